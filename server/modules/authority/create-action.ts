// Makes an action: something that authority will be needed for once it has a rule.
import type { AuthorityAction, AuthorityActionInput } from '#contract/authority.ts';
import { append, on, type Context } from '#platform/context.ts';
import { actorId } from '#platform/actor.ts';
import { invalidField } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { actionView } from './action.ts';
import { authorityErrors } from './errors.ts';
import { knownActions } from './known-actions.ts';
import type { AuthorityTables } from './tables.ts';

/** Throws `authority.action-key-taken`, also by a retired one; `request.invalid` where it does not fit the place that asks. */
export async function createAction(ctx: Context, input: AuthorityActionInput): Promise<AuthorityAction> {
  const known = knownActions[input.key];
  if (known && known.hasAmount !== input.hasAmount) throw invalidField('hasAmount', 'not-as-asked');
  if (!input.hasAmount && input.splitDays !== null) throw invalidField('splitDays', 'only-amounts');
  const id = newId();
  const made = await on<AuthorityTables>(ctx)
    .insertInto('authority_actions')
    .values({
      organisation_id: ctx.organisationId,
      id,
      key: input.key,
      name: JSON.stringify(input.name),
      has_amount: input.hasAmount,
      on_overrun: input.onOverrun,
      split_days: input.splitDays,
      retired_at: null,
      changed_at: ctx.clock.now(),
      changed_by: actorId(ctx.actor),
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) throw authorityErrors.actionKeyTaken({ key: input.key });
  append(ctx, {
    type: 'authority.action-created',
    subjectType: 'authority-action',
    subjectId: id,
    data: { key: input.key, onOverrun: input.onOverrun },
  });
  return actionView(ctx, id);
}

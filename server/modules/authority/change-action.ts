// Changes what an action is called, what happens beyond authority, and over how many days amounts are looked at together.
import type { AuthorityAction, AuthorityActionInput } from '#contract/authority.ts';
import { actorId } from '#platform/actor.ts';
import { append, on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { actionView, requireAction } from './action.ts';
import type { AuthorityTables } from './tables.ts';

/** What was decided before stays judged as it was. Throws `authority.action-not-found`, `authority.action-retired`. */
export async function changeAction(
  ctx: Context,
  input: Pick<AuthorityActionInput, 'name' | 'onOverrun' | 'splitDays'> & { id: string },
): Promise<AuthorityAction> {
  const before = await requireAction(ctx, input.id, { lock: true });
  if (!before.has_amount && input.splitDays !== null) throw invalidField('splitDays', 'only-amounts');
  await on<AuthorityTables>(ctx)
    .updateTable('authority_actions')
    .set({
      name: JSON.stringify(input.name),
      on_overrun: input.onOverrun,
      split_days: input.splitDays,
      changed_at: ctx.clock.now(),
      changed_by: actorId(ctx.actor),
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', input.id)
    .execute();
  append(ctx, {
    type: 'authority.action-changed',
    subjectType: 'authority-action',
    subjectId: input.id,
    data: { onOverrun: input.onOverrun, splitDays: input.splitDays },
  });
  return actionView(ctx, input.id);
}

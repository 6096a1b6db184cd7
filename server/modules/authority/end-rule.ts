// Ends a rule at once. It stays as it was, with who ended it and when.
import { sql } from 'kysely';
import { actorId } from '#platform/actor.ts';
import { append, on, type Context } from '#platform/context.ts';
import { authorityErrors } from './errors.ts';
import { ruleViews } from './rule.ts';
import type { AuthorityTables } from './tables.ts';

/** Throws `authority.rule-not-found`, `authority.rule-ended`. */
export async function endRule(ctx: Context, id: string): Promise<void> {
  const [rule] = await ruleViews(ctx, sql`r.id = ${id}`);
  if (!rule) throw authorityErrors.ruleNotFound({ id });
  const ended = await on<AuthorityTables>(ctx)
    .updateTable('authority_rules')
    .set({ ended_at: ctx.clock.now(), ended_by: actorId(ctx.actor) })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!ended || rule.state === 'ended') throw authorityErrors.ruleEnded({ id });
  append(ctx, {
    type: 'authority.rule-ended',
    subjectType: 'authority-rule',
    subjectId: id,
    data: { actionId: rule.actionId },
  });
}

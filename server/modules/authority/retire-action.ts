// Retires an action: no decision is judged by it any more, and what was decided stays.
import { actorId } from '#platform/actor.ts';
import { append, on, type Context } from '#platform/context.ts';
import { requireAction } from './action.ts';
import type { AuthorityTables } from './tables.ts';

/** Throws `authority.action-not-found`, `authority.action-retired`. */
export async function retireAction(ctx: Context, id: string): Promise<void> {
  await requireAction(ctx, id, { lock: true });
  const now = ctx.clock.now();
  await on<AuthorityTables>(ctx)
    .updateTable('authority_actions')
    .set({ retired_at: now, changed_at: now, changed_by: actorId(ctx.actor) })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
  append(ctx, { type: 'authority.action-retired', subjectType: 'authority-action', subjectId: id });
}

// Takes a delegation back at once: by its giver, or by whoever keeps the matrix.
import { sql } from 'kysely';
import { notify } from '#modules/notifications/index.ts';
import { actorId } from '#platform/actor.ts';
import { append, may, on, type Context } from '#platform/context.ts';
import { delegationViews } from './delegation.ts';
import { authorityErrors } from './errors.ts';
import type { AuthorityTables } from './tables.ts';

/** Throws `authority.delegation-not-found`, also for somebody else's; `authority.delegation-ended`. */
export async function revokeDelegation(ctx: Context, id: string): Promise<void> {
  const [delegation] = await delegationViews(ctx, sql`d.id = ${id}`, 1);
  const me = actorId(ctx.actor);
  if (!delegation || (delegation.giver.id !== me && !may(ctx.actor, 'authority.manage')))
    throw authorityErrors.delegationNotFound({ id });
  const revoked = await on<AuthorityTables>(ctx)
    .updateTable('authority_delegations')
    .set({ revoked_at: ctx.clock.now(), revoked_by: me })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!revoked || delegation.state === 'ended') throw authorityErrors.delegationEnded({ id });
  append(ctx, { type: 'authority.delegation-revoked', subjectType: 'authority-delegation', subjectId: id });
  await notify(ctx, {
    personIds: [delegation.delegate.id, delegation.giver.id].filter((one) => one !== me),
    type: 'authority.delegation-revoked',
    subjectType: 'authority-delegation',
    subjectId: id,
  });
}

// Takes an invitation back.
import { append, on, type Context } from '#platform/context.ts';
import { errors } from './errors.ts';
import type { OrganisationTables } from './tables.ts';

/** Repeating it changes nothing. Throws `invitation.used` when it was accepted meanwhile. */
export async function revokeInvitation(ctx: Context, id: string): Promise<Record<string, never>> {
  const row = await on<OrganisationTables>(ctx)
    .selectFrom('invitations')
    .select('accepted_at')
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw errors.invitationUnknown({ id });
  if (row.accepted_at) throw errors.invitationUsed({ id });
  await revoke(ctx, [id]);
  return {};
}

/** Ends those of the invitations that are still open. */
export async function revoke(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await on<OrganisationTables>(ctx)
    .updateTable('invitations')
    .set({ revoked_at: ctx.clock.now() })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', 'in', [...ids])
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  for (const row of rows) append(ctx, { type: 'invitation.revoked', subjectType: 'invitation', subjectId: row.id });
}

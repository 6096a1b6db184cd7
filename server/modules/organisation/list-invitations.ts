// Invitations and what became of them, newest first.
import { sql, type Selectable } from 'kysely';
import type { Role } from '#contract/organisation.ts';
import { on, type Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import type { Invitation } from './invite.ts';
import type { OrganisationTables } from './tables.ts';

export async function listInvitations(ctx: Context, input: { cursor?: string | undefined; limit: number }) {
  let query = on<OrganisationTables>(ctx)
    .selectFrom('invitations')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId);
  if (input.cursor !== undefined) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(invited_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await query
    .orderBy('invited_at', 'desc')
    .orderBy('id', 'desc')
    .limit(input.limit + 1)
    .execute();
  const now = ctx.clock.now();
  return page(
    rows,
    input.limit,
    (row) => view(row, now),
    (row) => [row.invited_at.toISOString(), row.id],
  );
}

function view(row: Selectable<OrganisationTables['invitations']>, now: Date): Invitation {
  const state = row.accepted_at
    ? 'accepted'
    : row.revoked_at
      ? 'revoked'
      : row.expires_at <= now
        ? 'expired'
        : 'pending';
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    roles: row.roles as Role[],
    invitedAt: row.invited_at,
    expiresAt: row.expires_at,
    state,
  };
}

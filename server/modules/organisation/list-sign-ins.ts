// The record of sign-ins, newest first.
import { sql } from 'kysely';
import { on, type Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import type { OrganisationTables } from './tables.ts';

export async function listSignIns(ctx: Context, input: { cursor?: string | undefined; limit: number }) {
  let query = on<OrganisationTables>(ctx)
    .selectFrom('sign_ins as s')
    .leftJoin('people as p', (join) =>
      join.onRef('p.organisation_id', '=', 's.organisation_id').onRef('p.id', '=', 's.person_id'),
    )
    .select(['s.id', 's.at', 's.email', 'p.name', 's.result', 's.address', 's.device'])
    .where('s.organisation_id', '=', ctx.organisationId);
  if (input.cursor !== undefined) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(s.at, s.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await query
    .orderBy('s.at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(input.limit + 1)
    .execute();
  return page(
    rows,
    input.limit,
    (row) => ({
      id: row.id,
      at: row.at,
      email: row.email,
      personName: row.name,
      result: row.result,
      address: row.address,
      device: row.device,
    }),
    (row) => [row.at.toISOString(), row.id],
  );
}

// Dealers by name.
import { sql } from 'kysely';
import { normaliseText } from '#kernel/text/normalise.ts';
import type { Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { dealerRows } from './dealer.ts';

/** `q` is looked for in names as every search here: normalised. */
export async function listDealers(
  ctx: Context,
  input: { q?: string | undefined; cursor?: string | undefined; limit: number },
) {
  let query = dealerRows(ctx);
  const words = normaliseText(input.q ?? '');
  if (words !== '') query = query.where('search_name', 'like', `%${words.replace(/[\\%_]/g, '\\$&')}%`);
  if (input.cursor !== undefined) {
    const [name, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(name, id) > (${name}, ${id}::uuid)`);
  }
  const rows = await query
    .orderBy('name')
    .orderBy('id')
    .limit(input.limit + 1)
    .execute();
  return page(
    rows,
    input.limit,
    (row) => row,
    (row) => [row.name, row.id],
  );
}

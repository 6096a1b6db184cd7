// The review queue: pairs that may be one customer, the likeliest first; or those that were decided. Of customers who are open to the reader.
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { DuplicatePair } from '#contract/duplicates.ts';
import { openRecords } from '#modules/customers/index.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { comparedRecords } from './compared-records.ts';
import type { DuplicatesTables } from './tables.ts';

type Query = { state: DuplicatePair['state']; cursor?: string | undefined; limit: number };

export async function listPairs(
  ctx: Context,
  { state, cursor, limit }: Query,
): Promise<{ items: DuplicatePair[]; next: string | null; proposed: number }> {
  const after = cursor === undefined ? null : decodeCursor(cursor, 3);
  const open = await openPairs(ctx);
  const rows = await on<DuplicatesTables & OrganisationViews>(ctx)
    .selectFrom('duplicate_pairs as p')
    .leftJoin('person_briefs as d', (join) =>
      join.onRef('d.organisation_id', '=', 'p.organisation_id').onRef('d.id', '=', 'p.decided_by'),
    )
    .select([
      'p.one_id',
      'p.other_id',
      'p.bits',
      'p.evidence',
      'p.state',
      'p.found_at',
      'p.decided_at',
      'd.name as decided_by',
    ])
    .where('p.organisation_id', '=', ctx.organisationId)
    .where('p.state', '=', state)
    .where(open)
    .$if(after !== null, (select) =>
      select.where(
        // As of the index: bits downward, ids upward.
        sql<SqlBool>`(p.bits < ${after?.[0]}::double precision or (p.bits = ${after?.[0]}::double precision and (p.one_id, p.other_id) > (${after?.[1]}::uuid, ${after?.[2]}::uuid)))`,
      ),
    )
    .orderBy('p.bits', 'desc')
    .orderBy('p.one_id')
    .orderBy('p.other_id')
    .limit(limit + 1)
    .execute();
  const records = await comparedRecords(
    ctx,
    rows.flatMap((row) => [row.one_id, row.other_id]),
  );
  const shown = page(
    rows,
    limit,
    (row): DuplicatePair => ({
      one: records.get(row.one_id)!,
      other: records.get(row.other_id)!,
      probability: 1 / (1 + 2 ** -row.bits),
      evidence: row.evidence as DuplicatePair['evidence'],
      state: row.state,
      foundAt: row.found_at,
      decidedAt: row.decided_at,
      decidedBy: row.decided_by,
    }),
    (row) => [row.bits, row.one_id, row.other_id],
  );
  return { ...shown, proposed: await countProposed(ctx, open) };
}

/** Both customers of pairs called p. */
const openPairs = async (ctx: Context): Promise<RawBuilder<SqlBool>> =>
  sql<SqlBool>`${await openRecords(ctx, sql`p.one_id`)} and ${await openRecords(ctx, sql`p.other_id`)}`;

/** More than this is shown as "more than". */
const countedUpTo = 1000;

async function countProposed(ctx: Context, open: RawBuilder<SqlBool>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select from duplicate_pairs p where p.organisation_id = ${ctx.organisationId} and p.state = 'proposed' and ${open} limit ${countedUpTo + 1}) counted`.execute(
    ctx.transaction,
  );
  return rows[0]?.n ?? 0;
}

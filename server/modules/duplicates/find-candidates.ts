// Which records may be the same as these? Set-based: those that share a blocking key, where few records have that key.
import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { largestBlock } from './block-keys.ts';

/** A key that somebody else has too, and not too many. The limit keeps the count of a huge block as cheap as that of a small one. */
const small = (ctx: Context, least: number) => sql`(
  select count(*) from (select from duplicate_keys d where d.organisation_id = ${ctx.organisationId} and d.key = asked.key limit ${largestBlock + 1}) counted
) between ${least} and ${largestBlock}`;

/** Pairs of these records with others. `later` names only partners with a higher id: who goes through all records meets each pair once. */
export async function candidatePairs(
  ctx: Context,
  ids: readonly string[],
  { later = false } = {},
): Promise<[string, string][]> {
  const { rows } = await sql<{ one: string; other: string }>`
    with mine as materialized (
      select unnest(r.keys) as key, r.customer_id from duplicate_records r
       where r.organisation_id = ${ctx.organisationId} and r.customer_id = any (${ids}::uuid[])
    ), blocks as materialized (
      select asked.key from (select distinct key from mine) asked where ${small(ctx, 2)}
    )
    select distinct mine.customer_id as one, d.customer_id as other
      from blocks join mine on mine.key = blocks.key
      join duplicate_keys d on d.organisation_id = ${ctx.organisationId} and d.key = blocks.key
     where d.customer_id ${later ? sql`>` : sql`<>`} mine.customer_id`.execute(ctx.transaction);
  return rows.map(({ one, other }) => [one, other]);
}

/** Records that have one of the keys. */
export async function candidatesWith(ctx: Context, keys: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ customer_id: string }>`
    select distinct d.customer_id
      from unnest(${keys}::bigint[]) as asked(key)
      join duplicate_keys d on d.organisation_id = ${ctx.organisationId} and d.key = asked.key
     where ${small(ctx, 1)} limit 200`.execute(ctx.transaction);
  return rows.map((row) => row.customer_id);
}

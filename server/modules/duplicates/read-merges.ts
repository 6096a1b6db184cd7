// Merges in force, with the names that the records have themselves.
import { sql } from 'kysely';
import type { Merge } from '#contract/duplicates.ts';
import { openRecords } from '#modules/customers/index.ts';
import type { Context } from '#platform/context.ts';

/** One merge, or all that a record has part in, as survivor or as merged, the newest first; none of a customer who is not open. */
export async function readMerges(ctx: Context, which: { id: string } | { recordId: string }): Promise<Merge[]> {
  const open = await openRecords(ctx, sql`m.survivor_id`);
  const { rows } = await sql<Merge>`
    select m.id, m.survivor_id as "survivorId", s.name as "survivorName", m.merged_id as "mergedId", o.name as "mergedName",
           m.merged_at as "mergedAt", coalesce(p.name, '') as "mergedBy"
      from merges m
      join customer_match_records s on s.organisation_id = m.organisation_id and s.id = m.survivor_id
      join customer_match_records o on o.organisation_id = m.organisation_id and o.id = m.merged_id
      left join person_briefs p on p.organisation_id = m.organisation_id and p.id = m.merged_by
     where m.organisation_id = ${ctx.organisationId} and m.undone_at is null and ${open}
       and ${'id' in which ? sql`m.id = ${which.id}` : sql`(m.survivor_id = ${which.recordId} or m.merged_id = ${which.recordId})`}
     order by m.merged_at desc, m.id desc`.execute(ctx.transaction);
  return rows;
}

// The segment and tree version that a case keeps: written with the case, or made up for when its customer was new.
import { sql } from 'kysely';
import { segmentPaths } from '#modules/segments/index.ts';
import { advanceClocksOf } from '#modules/service-levels/index.ts';
import { on, type Context } from '#platform/context.ts';
import type { CaseTables } from './tables.ts';

/** Columns of a new case: read in the statement that writes it. A customer without a place yet leaves both empty. */
export function segmentNow(customerId: string) {
  const now = <T>(column: string) => sql<T>`(select s.${sql.ref(column)} from segment_now(${customerId}) s)`;
  return { segment_id: now<string | null>('segment_id'), tree_version: now<number | null>('tree_version') };
}

/** A case is registered in the transaction that makes its customer; the place comes after. Older cases had no tree. */
const newEnough = sql`interval '30 days'`;

/** Gives cases of customers who were new the first place that these got. */
export async function keepFirstSegment(ctx: Context): Promise<void> {
  const { rows } = await sql<{ id: string; segment_id: string }>`
    update cases c set segment_id = h.segment_id, tree_version = h.tree_version
      from customer_segment_history h
     where c.organisation_id = ${ctx.organisationId} and c.tree_version is null and c.registered_at > ${ctx.clock.now()}::timestamptz - ${newEnough}
       and h.organisation_id = ${ctx.organisationId} and h.customer_id = c.customer_id
       and h.since <= c.registered_at and (h.until is null or h.until > c.registered_at)
    returning c.id, c.segment_id`.execute(on<CaseTables>(ctx));
  if (rows.length === 0) return;
  const paths = await segmentPaths(ctx);
  const traits = (segmentId: string) => ({ segmentPath: paths.get(segmentId) ?? [segmentId] });
  await advanceClocksOf(
    ctx,
    rows.map((row) => ({ caseId: row.id, happenings: [{ type: 'changed', traits: traits(row.segment_id) }] })),
  );
}

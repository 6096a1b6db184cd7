// The segment and tree version of a customer as of a moment; whatever was published since.
import { on, type Context } from '#platform/context.ts';
import type { SegmentViews } from './tables.ts';

/** Null before the first tree and before the customer was known; `segmentId` null where no rule fitted. */
export async function segmentAt(
  ctx: Context,
  customerId: string,
  moment: Date,
): Promise<{ segmentId: string | null; treeVersion: number } | null> {
  const row = await on<SegmentViews>(ctx)
    .selectFrom('customer_segment_history')
    .select(['segment_id', 'tree_version'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('customer_id', '=', customerId)
    .where('since', '<=', moment)
    .where((where) => where.or([where('until', 'is', null), where('until', '>', moment)]))
    .executeTakeFirst();
  return row && row.tree_version !== null ? { segmentId: row.segment_id, treeVersion: row.tree_version } : null;
}

// The customers of a segment, or those whom no rule fits, the newest customer first, by keyset.
import type { z } from 'zod';
import type { SegmentMember } from '#contract/segments.ts';
import type { CustomerViews } from '#modules/customers/index.ts';
import { on, type Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import type { SegmentTables } from './tables.ts';

type Member = z.infer<typeof SegmentMember>;

export async function listMembers(
  ctx: Context,
  { segmentId, cursor, limit }: { segmentId?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: Member[]; next: string | null }> {
  const after = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
  const rows = await on<SegmentTables & CustomerViews>(ctx)
    .selectFrom('segment_members as m')
    .innerJoin('customer_briefs as c', (join) =>
      join.onRef('c.organisation_id', '=', 'm.organisation_id').onRef('c.id', '=', 'm.customer_id'),
    )
    .select(['m.customer_id', 'c.kind', 'c.name', 'm.since', 'm.pinned_at'])
    .where('m.organisation_id', '=', ctx.organisationId)
    .where('m.segment_id', segmentId === undefined ? 'is' : '=', segmentId ?? null)
    .where('m.until', 'is', null)
    .$if(after !== null, (select) => select.where('m.customer_id', '<', after!))
    .orderBy('m.customer_id', 'desc')
    .limit(limit + 1)
    .execute();
  return page(
    rows,
    limit,
    (row): Member => ({
      id: row.customer_id,
      kind: row.kind as Member['kind'],
      name: row.name,
      since: row.since,
      pinned: row.pinned_at !== null,
    }),
    (row) => [row.customer_id],
  );
}

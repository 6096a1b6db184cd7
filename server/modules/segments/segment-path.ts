// A segment with those above it, up to the root of the tree in force: what promises for a segment ask for.
import { sql } from 'kysely';
import { byKey, on, type Context } from '#platform/context.ts';
import type { SegmentTables } from './tables.ts';

/** From where the customer stands now up to the root; empty where no rule fits. Also for customers, who may not look at the tree. */
export async function segmentPathOf(ctx: Context, customerId: string): Promise<string[]> {
  const { path } = await byKey<SegmentTables>(ctx)
    .selectNoFrom(sql<string[]>`segment_path_now(${customerId})`.as('path'))
    .executeTakeFirstOrThrow();
  return path;
}

/** From the segment up to the root; empty where the tree in force does not have it. */
export async function segmentPath(ctx: Context, { segmentId }: { segmentId: string }): Promise<string[]> {
  return (await segmentPaths(ctx)).get(segmentId) ?? [];
}

/** For every segment of the tree in force: from it up to the root. */
export async function segmentPaths(ctx: Context): Promise<Map<string, string[]>> {
  const above = await segmentsAbove(ctx);
  const pathOf = (id: string): string[] => {
    const parent = above.get(id) ?? null;
    return parent === null ? [id] : [id, ...pathOf(parent)];
  };
  return new Map([...above.keys()].map((id) => [id, pathOf(id)]));
}

/** Every segment of the tree in force with the one above it, null for roots. */
export async function segmentsAbove(ctx: Context): Promise<Map<string, string | null>> {
  const rows = await on<SegmentTables>(ctx)
    .selectFrom('segment_nodes as n')
    .innerJoin('tree_versions as v', (join) =>
      join.onRef('v.organisation_id', '=', 'n.organisation_id').onRef('v.number', '=', 'n.tree_version'),
    )
    .select(['n.segment_id', 'n.parent_id'])
    .where('n.organisation_id', '=', ctx.organisationId)
    .where('v.state', '=', 'published')
    .execute();
  return new Map(rows.map(({ segment_id, parent_id }) => [segment_id, parent_id]));
}

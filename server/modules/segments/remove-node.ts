// Takes a segment and everything below it out of the draft; the published version keeps it.
import { on, type Context } from '#platform/context.ts';
import { draftChanged } from './draft-changed.ts';
import { segmentErrors } from './errors.ts';
import type { SegmentTables } from './tables.ts';
import { nodesOf, pathTo } from './tree.ts';
import { requireDraft } from './versions.ts';

/** Throws `segment.no-draft`, `segment.not-found`. */
export async function removeNode(ctx: Context, id: string): Promise<void> {
  const version = await requireDraft(ctx);
  const nodes = await nodesOf(ctx, version);
  const gone = nodes.filter((node) => pathTo(nodes, node.id).some((one) => one.id === id)).map((node) => node.id);
  if (gone.length === 0) throw segmentErrors.notFound({ id });
  await on<SegmentTables>(ctx)
    .deleteFrom('segment_nodes')
    .where('organisation_id', '=', ctx.organisationId)
    .where('tree_version', '=', version)
    .where('segment_id', 'in', gone)
    .execute();
  draftChanged(ctx, version, id, 'removed');
}

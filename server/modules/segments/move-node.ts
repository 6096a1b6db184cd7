// Lets a segment of the draft be tried one place earlier or later among those beside it.
import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { draftChanged } from './draft-changed.ts';
import { segmentErrors } from './errors.ts';
import { nodesOf } from './tree.ts';
import { requireDraft } from './versions.ts';

/** At the end of its level nothing happens. Throws `segment.no-draft`, `segment.not-found`. */
export async function moveNode(
  ctx: Context,
  { id, direction }: { id: string; direction: 'up' | 'down' },
): Promise<void> {
  const version = await requireDraft(ctx);
  const nodes = await nodesOf(ctx, version);
  const node = nodes.find((one) => one.id === id);
  if (!node) throw segmentErrors.notFound({ id });
  // Depth first, so those of one level come in their order.
  const level = nodes.filter((one) => one.parentId === node.parentId).map((one) => one.id);
  const at = level.indexOf(id);
  const to = at + (direction === 'up' ? -1 : 1);
  if (to < 0 || to >= level.length) return;
  [level[at], level[to]] = [level[to]!, level[at]!];
  await sql`
    update segment_nodes n set sort_order = o.place
      from unnest(${level}::uuid[]) with ordinality as o (id, place)
     where n.organisation_id = ${ctx.organisationId} and n.tree_version = ${version} and n.segment_id = o.id`.execute(
    ctx.transaction,
  );
  draftChanged(ctx, version, id, 'moved');
}

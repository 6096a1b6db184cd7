// Publishes the draft: the version before retires, and everybody is placed anew, all in one transaction.
import { sql } from 'kysely';
import { actorId } from '#platform/actor.ts';
import { append, on, type Context } from '#platform/context.ts';
import { supersedeProposal } from './drift.ts';
import { segmentErrors } from './errors.ts';
import { endPlaces } from './move-members.ts';
import { holdTree, publishedTree } from './published-tree.ts';
import { placeEverybody } from './recompute-members.ts';
import type { SegmentTables } from './tables.ts';
import { nodesOf } from './tree.ts';
import { requireDraft, standingVersions } from './versions.ts';

/**
 * Pinned members stay, except where the version no longer has their segment. Answers with the version's number. Throws
 * `segment.no-draft`, `segment.draft-empty`.
 */
export async function publishDraft(ctx: Context, { note }: { note: string | null }): Promise<number> {
  await holdTree(ctx, 'alone');
  const number = await requireDraft(ctx, { publishes: true });
  const nodes = await nodesOf(ctx, number);
  if (nodes.length === 0) throw segmentErrors.draftEmpty();
  const { published } = await standingVersions(ctx);
  const now = ctx.clock.now();
  const versions = on<SegmentTables>(ctx)
    .updateTable('tree_versions')
    .where('organisation_id', '=', ctx.organisationId);
  if (published !== null)
    await versions.set({ state: 'retired', retired_at: now }).where('number', '=', published).execute();
  await versions
    .set({
      state: 'published',
      publishing_at: null,
      note: note || null,
      published_at: now,
      published_by: ctx.actor.kind === 'staff' ? actorId(ctx.actor) : null,
    })
    .where('number', '=', number)
    .execute();
  await supersedeProposal(ctx);
  const ids = nodes.map((node) => node.id);
  await endPlaces(ctx, sql`m.pinned_at is not null and not m.segment_id = any(${ids}::uuid[])`);
  const tree = await publishedTree(ctx);
  if (tree) await placeEverybody(ctx, tree, { cause: 'published', moves: 'at-once' });
  append(ctx, {
    type: 'segment.tree-published',
    subjectType: 'organisation',
    subjectId: ctx.organisationId,
    data: { treeVersion: number, before: published, segments: nodes.length },
  });
  return number;
}

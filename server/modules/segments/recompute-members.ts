// Looks at everybody anew: nightly, because ages and counts change without an event, and whenever somebody asks.
import { sql } from 'kysely';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { noteDrift } from './drift.ts';
import { endMerged, moveMisfits, placeHomeless } from './move-members.ts';
import { holdTree, publishedTree, type PublishedTree } from './published-tree.ts';
import { readSegmentSettings } from './settings.ts';
import type { SegmentTables } from './tables.ts';

export type Cause = 'published' | 'nightly' | 'asked';

/** Nothing to do where no tree is published. */
export async function recomputeMembers(ctx: Context, cause: Cause): Promise<void> {
  await holdTree(ctx, 'alone');
  const tree = await publishedTree(ctx);
  if (!tree) return;
  const { moves } = await readSegmentSettings(ctx);
  await placeEverybody(ctx, tree, { cause, moves });
}

/** Under `holdTree(ctx, 'alone')`. */
export async function placeEverybody(
  ctx: Context,
  tree: PublishedTree,
  { cause, moves }: { cause: Cause; moves: 'at-once' | 'propose' },
): Promise<void> {
  const startedAt = ctx.clock.now();
  // Everybody at once is joined in memory, not by way of the disk.
  await sql`select set_config('work_mem', '96MB', true)`.execute(ctx.transaction);
  await endMerged(ctx, null);
  const moved = moves === 'at-once' ? await moveMisfits(ctx, tree, null) : 0;
  const placed = await placeHomeless(ctx, tree, null);
  const misfits = moves === 'propose' ? await noteDrift(ctx, tree, null) : 0;
  const { rows } = await sql<{ customers: number }>`
    select count(*)::int as customers from segment_members where organisation_id = ${ctx.organisationId} and until is null`.execute(
    ctx.transaction,
  );
  await on<SegmentTables>(ctx)
    .insertInto('segment_recomputations')
    .values({
      organisation_id: ctx.organisationId,
      id: newId(),
      cause,
      tree_version: tree.version,
      started_at: startedAt,
      milliseconds: ctx.clock.now().getTime() - startedAt.getTime(),
      customers: rows[0]?.customers ?? 0,
      placed,
      moved,
      misfits,
    })
    .execute();
  if (moved + placed > 0)
    append(ctx, {
      type: 'segment.members-moved',
      subjectType: 'organisation',
      subjectId: ctx.organisationId,
      data: { treeVersion: tree.version, moved, placed },
    });
}

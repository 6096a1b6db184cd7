// Places some customers anew after their data changed: moves them at once, or notes the drift, as the organisation set.
import { lockCustomers } from '#modules/customers/index.ts';
import { append, type Context } from '#platform/context.ts';
import { noteDrift } from './drift.ts';
import { endMerged, moveMisfits, placeHomeless } from './move-members.ts';
import { holdTree, publishedTree } from './published-tree.ts';
import { readSegmentSettings } from './settings.ts';

/** Set-based: for one or for thousands. Whoever is new is placed whatever the setting. */
export async function placeCustomers(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await holdTree(ctx, 'shared');
  const [tree, { moves }] = await Promise.all([publishedTree(ctx), readSegmentSettings(ctx)]);
  if (!tree) return;
  // Two changes of one customer are placed one after the other, the later by what it left.
  await lockCustomers(ctx, ids);
  const [, moved, placed] = await Promise.all([
    endMerged(ctx, ids),
    moves === 'at-once' ? moveMisfits(ctx, tree, ids) : 0,
    placeHomeless(ctx, tree, ids),
  ]);
  if (moves === 'propose') await noteDrift(ctx, tree, ids);
  if (moved + placed > 0)
    append(ctx, {
      type: 'segment.members-moved',
      subjectType: 'organisation',
      subjectId: ctx.organisationId,
      data: { treeVersion: tree.version, moved, placed },
    });
}

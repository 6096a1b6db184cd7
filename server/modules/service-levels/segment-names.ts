// The names of segments as figures show them, also of those that the tree in force no longer has.
import type { LocaleText } from '#contract/common.ts';
import type { SegmentViews } from '#modules/segments/index.ts';
import { on, type Context } from '#platform/context.ts';

/** Each as the newest version that has it calls it; the smallest customers first. */
export async function namesOfSegments(ctx: Context): Promise<Map<string, LocaleText>> {
  const rows = await on<SegmentViews>(ctx)
    .selectFrom('segment_briefs')
    .distinctOn('id')
    .select(['id', 'name', 'size_rank'])
    .where('organisation_id', '=', ctx.organisationId)
    .orderBy('id')
    .orderBy('tree_version', 'desc')
    .execute();
  const ordered = rows.toSorted(
    (a, b) =>
      (a.size_rank ?? Number.POSITIVE_INFINITY) - (b.size_rank ?? Number.POSITIVE_INFINITY) || (a.id < b.id ? -1 : 1),
  );
  return new Map(ordered.map(({ id, name }) => [id, name as LocaleText]));
}

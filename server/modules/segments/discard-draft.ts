// Throws the draft away; no customer was placed by it.
import { append, on, type Context } from '#platform/context.ts';
import type { SegmentTables } from './tables.ts';
import { requireDraft } from './versions.ts';

/** Throws `segment.no-draft`. */
export async function discardDraft(ctx: Context): Promise<void> {
  const number = await requireDraft(ctx);
  await on<SegmentTables>(ctx)
    .deleteFrom('tree_versions')
    .where('organisation_id', '=', ctx.organisationId)
    .where('number', '=', number)
    .execute();
  append(ctx, {
    type: 'segment.draft-discarded',
    subjectType: 'organisation',
    subjectId: ctx.organisationId,
    data: { treeVersion: number },
  });
}

// Asks that the draft be published: it is checked and closed to changes now, and everybody is placed in the background.
import { enqueue, on, type Context } from '#platform/context.ts';
import { segmentErrors } from './errors.ts';
import { publishJob } from './jobs.ts';
import type { SegmentTables } from './tables.ts';
import { nodesOf } from './tree.ts';
import { requireDraft } from './versions.ts';

/** Answers with the version's number. Throws `segment.no-draft`, `segment.draft-empty`, `segment.publishing`. */
export async function askPublication(ctx: Context, { note }: { note: string | null }): Promise<number> {
  const number = await requireDraft(ctx);
  if ((await nodesOf(ctx, number)).length === 0) throw segmentErrors.draftEmpty();
  await on<SegmentTables>(ctx)
    .updateTable('tree_versions')
    .set({ publishing_at: ctx.clock.now() })
    .where('organisation_id', '=', ctx.organisationId)
    .where('number', '=', number)
    .execute();
  const { actor } = ctx;
  enqueue(ctx, publishJob, {
    number,
    note,
    by: actor.kind === 'staff' ? { personId: actor.personId, name: actor.name } : null,
  });
  return number;
}

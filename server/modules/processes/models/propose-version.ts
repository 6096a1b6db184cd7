// Asks the owner to publish the draft as it stands.
import type { LocaleText } from '#contract/common.ts';
import type { Model } from '#contract/processes.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { tell } from '#modules/notifications/index.ts';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { requireExecutable } from './check-diagram.ts';
import { requireDraft } from './drafts.ts';
import { getModel } from './models.ts';
import { actingPerson } from '../tasks/people.ts';
import { requireNotProposed } from './proposals.ts';
import { requireChange } from './publish-version.ts';
import type { ProcessTables } from '../tables.ts';

/** Throws what `publishVersion` throws but for the owner, and `process.proposed`. */
export async function proposeVersion(
  ctx: Context,
  { id, revision, note }: { id: string; revision: number; note: string | null },
): Promise<Model> {
  const personId = actingPerson(ctx);
  const { model, draft } = await requireDraft(ctx, id, revision);
  await requireNotProposed(ctx, id);
  await requireChange(ctx, model, draft.xml);
  await requireExecutable(ctx, draft.xml);
  await on<ProcessTables>(ctx)
    .insertInto('process_proposals')
    .values({
      organisation_id: ctx.organisationId,
      id: newId(),
      model_id: id,
      revision,
      note: note === null ? null : cleanText(note) || null,
      proposed_by: personId,
      proposed_at: ctx.clock.now(),
    })
    .execute();
  append(ctx, { type: 'process.proposed', subjectType: 'process-model', subjectId: id, data: { revision } });
  if (personId !== model.owner_id)
    await tell(ctx, {
      personIds: [model.owner_id],
      type: 'process.proposed',
      subjectType: 'process-model',
      subjectId: id,
      data: { title: model.name as LocaleText },
    });
  return getModel(ctx, id);
}

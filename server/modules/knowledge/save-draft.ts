// Saves the draft as a whole, unless somebody else was first; whoever saves it is an author from then on.
import type { DraftInput } from '#contract/knowledge.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { append, on, type Context } from '#platform/context.ts';
import { commonErrors } from '#platform/errors.ts';
import { addAuthor } from './begin-draft.ts';
import { draftFaults } from './check-draft.ts';
import { requirePublicKind } from './create-document.ts';
import { actingPerson, requireDraft, touch } from './document.ts';
import { knowledgeErrors } from './errors.ts';
import { keepImages } from './images.ts';
import { cleanVersionText, imagesIn, writeTexts } from './version-texts.ts';
import type { KnowledgeTables } from './tables.ts';

/** Throws `knowledge.no-draft`, `knowledge.changed-meanwhile`, `file.not-found`, `request.invalid`. */
export async function saveDraft(ctx: Context, input: DraftInput & { id: string }): Promise<{ revision: number }> {
  const personId = actingPerson(ctx);
  const { document, draft } = await requireDraft(ctx, input.id);
  if (draft.revision !== input.revision)
    throw knowledgeErrors.changedMeanwhile({ revision: draft.revision, version: draft.number });
  requirePublicKind(document.kind, input.audience);
  const faults = draftFaults(document.kind, input);
  if (faults.length > 0) throw commonErrors.invalid({}, faults);
  const texts = input.texts.map(cleanVersionText);
  const revision = draft.revision + 1;
  await addAuthor(ctx, input.id, draft.number, personId);
  await on<KnowledgeTables>(ctx)
    .updateTable('knowledge_versions')
    .set({
      revision,
      audience: input.audience,
      editorial: input.editorial,
      change_note: input.changeNote === null ? null : cleanText(input.changeNote) || null,
      valid_from: input.validFrom,
      demands_receipt: input.demandsReceipt,
      receipt_days: input.receiptDays,
      questions: JSON.stringify(input.questions),
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('document_id', '=', input.id)
    .where('number', '=', draft.number)
    .execute();
  await keepImages(ctx, { documentId: input.id }, imagesIn(texts));
  await writeTexts(ctx, input.id, draft.number, texts);
  await touch(ctx, input.id);
  append(ctx, {
    type: 'knowledge.draft-changed',
    subjectType: 'knowledge-document',
    subjectId: input.id,
    data: { version: draft.number, revision },
  });
  return { revision };
}

// Throws a draft away; a document that never was anything else goes with it.
import { append, on, type Context } from '#platform/context.ts';
import { requireDraft } from './document.ts';
import { letImagesGo } from './images.ts';
import type { KnowledgeTables } from './tables.ts';

/** Throws `knowledge.not-found`, `knowledge.no-draft`. */
export async function discardDraft(ctx: Context, id: string): Promise<void> {
  const { draft } = await requireDraft(ctx, id);
  const alone = draft.number === 1;
  await letImagesGo(ctx, { documentId: id }, alone ? null : draft.number);
  if (alone)
    await on<KnowledgeTables>(ctx)
      .deleteFrom('knowledge_documents')
      .where('organisation_id', '=', ctx.organisationId)
      .where('id', '=', id)
      .execute();
  else
    await on<KnowledgeTables>(ctx)
      .deleteFrom('knowledge_versions')
      .where('organisation_id', '=', ctx.organisationId)
      .where('document_id', '=', id)
      .where('number', '=', draft.number)
      .execute();
  append(ctx, {
    type: 'knowledge.draft-discarded',
    subjectType: 'knowledge-document',
    subjectId: id,
    data: { version: draft.number },
  });
}

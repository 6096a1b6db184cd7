// Begins a new version of a document as a draft, from the newest one there is.
import { append, on, type Context } from '#platform/context.ts';
import { actingPerson, openVersion, requireDocument, touch, versions } from './document.ts';
import { knowledgeErrors } from './errors.ts';
import { textsOf, writeTexts } from './version-texts.ts';
import type { KnowledgeTables } from './tables.ts';

/** Answers its number. Throws `knowledge.not-found`, `knowledge.retired`, `knowledge.version-open`. */
export async function beginDraft(ctx: Context, id: string): Promise<number> {
  const personId = actingPerson(ctx);
  const document = await requireDocument(ctx, id, true);
  if (document.retired_at) throw knowledgeErrors.retired({ id });
  const open = await openVersion(ctx, id);
  if (open) throw knowledgeErrors.versionOpen({ version: open.number, state: open.state });
  const newest = await versions(ctx, id).orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow();
  const number = newest.number + 1;
  const now = ctx.clock.now();
  const own = { organisation_id: ctx.organisationId, document_id: id };
  await on<KnowledgeTables>(ctx)
    .insertInto('knowledge_versions')
    .values({
      ...own,
      number,
      state: 'draft',
      audience: newest.audience,
      demands_receipt: newest.demands_receipt,
      receipt_days: newest.receipt_days,
      questions: JSON.stringify(newest.questions),
      receipt_since: number,
      created_by: personId,
      created_at: now,
    })
    .execute();
  await addAuthor(ctx, id, number, personId);
  await writeTexts(ctx, id, number, await textsOf(ctx, id, newest.number));
  await touch(ctx, id);
  append(ctx, {
    type: 'knowledge.draft-begun',
    subjectType: 'knowledge-document',
    subjectId: id,
    data: { version: number, from: newest.number },
  });
  return number;
}

/** Whoever begins or changes a draft is an author of it from then on. */
export async function addAuthor(ctx: Context, documentId: string, version: number, personId: string): Promise<void> {
  await on<KnowledgeTables>(ctx)
    .insertInto('knowledge_authors')
    .values({
      organisation_id: ctx.organisationId,
      document_id: documentId,
      version,
      person_id: personId,
      first_at: ctx.clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

// Begins a document: its next number, and version 1 as a draft in one language.
import { sql } from 'kysely';
import type { Language } from '#contract/common.ts';
import { publicKinds, type Audience, type DocumentKind } from '#contract/knowledge.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { requirePerson } from '#modules/organisation/index.ts';
import { append, on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { actingPerson, holdKnowledge } from './document.ts';
import { knowledgeErrors } from './errors.ts';
import { requireTopic } from './topics.ts';
import type { KnowledgeTables } from './tables.ts';

export type NewDocument = {
  kind: DocumentKind;
  audience: Audience;
  language: Language;
  title: string;
  topicId: string | null;
  ownerId?: string | undefined;
  code: string | null;
};

/** An empty text of the editor. */
export const emptyBody = { type: 'doc', content: [{ type: 'paragraph' }] } as const;

/** Throws `knowledge.topic-not-found`, `person.not-found`, `person.inactive`, `knowledge.code-taken`. */
export async function createDocument(ctx: Context, input: NewDocument): Promise<{ id: string; version: number }> {
  const personId = actingPerson(ctx);
  const title = cleanText(input.title).replace(/\s+/g, ' ');
  if (title === '') throw invalidField('title', 'required');
  requirePublicKind(input.kind, input.audience);
  const ownerId = input.ownerId ?? personId;
  await requirePerson(ctx, ownerId);
  if (input.topicId !== null) await requireTopic(ctx, input.topicId);
  await holdKnowledge(ctx, 'number');
  await requireFreeCode(ctx, input.code, null);
  const id = newId();
  const now = ctx.clock.now();
  const own = { organisation_id: ctx.organisationId };
  await on<KnowledgeTables>(ctx)
    .insertInto('knowledge_documents')
    .values({
      ...own,
      id,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from knowledge_documents where organisation_id = ${ctx.organisationId})`,
      kind: input.kind,
      code: input.code === null ? null : cleanText(input.code),
      topic_id: input.topicId,
      owner_id: ownerId,
      created_by: personId,
      created_at: now,
      changed_at: now,
    })
    .execute();
  await on<KnowledgeTables>(ctx)
    .insertInto('knowledge_versions')
    .values({
      ...own,
      document_id: id,
      number: 1,
      state: 'draft',
      audience: input.audience,
      receipt_since: 1,
      created_by: personId,
      created_at: now,
    })
    .execute();
  await on<KnowledgeTables>(ctx)
    .insertInto('knowledge_authors')
    .values({ ...own, document_id: id, version: 1, person_id: personId, first_at: now })
    .execute();
  await on<KnowledgeTables>(ctx)
    .insertInto('knowledge_texts')
    .values({
      ...own,
      document_id: id,
      version: 1,
      language: input.language,
      title,
      summary: '',
      body: JSON.stringify(emptyBody),
      plain: '',
    })
    .execute();
  append(ctx, {
    type: 'knowledge.document-created',
    subjectType: 'knowledge-document',
    subjectId: id,
    data: { kind: input.kind },
  });
  return { id, version: 1 };
}

/** What is an instruction to staff cannot be made public. */
export function requirePublicKind(kind: string, audience: Audience): void {
  if (audience === 'public' && !publicKinds.some((one) => one === kind))
    throw invalidField('audience', 'not-public', { kind });
}

/** Throws `knowledge.code-taken`. */
export async function requireFreeCode(ctx: Context, code: string | null, except: string | null): Promise<void> {
  if (code === null) return;
  const taken = await on<KnowledgeTables>(ctx)
    .selectFrom('knowledge_documents')
    .select('id')
    .where('organisation_id', '=', ctx.organisationId)
    .where(sql`lower(code)`, '=', cleanText(code).toLowerCase())
    .$if(except !== null, (select) => select.where('id', '<>', except!))
    .executeTakeFirst();
  if (taken) throw knowledgeErrors.codeTaken({ code });
}

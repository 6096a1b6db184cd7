// The version in force as a member of staff reads it: text, own receipt with its questions, own feedback.
import { sql } from 'kysely';
import type { Language } from '#contract/common.ts';
import type { ControlQuestion, DocumentKind, Reading } from '#contract/knowledge.ts';
import { actorId } from '#platform/actor.ts';
import { on, type Context } from '#platform/context.ts';
import { personNames, requireDocument, versionInForce } from './document.ts';
import { readEntries } from './entries.ts';
import { knowledgeErrors } from './errors.ts';
import type { KnowledgeTables } from './tables.ts';

/** Throws `knowledge.not-found`, `knowledge.not-in-force`. */
export async function readDocument(ctx: Context, id: string, language: Language): Promise<Reading> {
  const document = await requireDocument(ctx, id);
  const version = await versionInForce(ctx, id);
  const [entry] = await readEntries(ctx, language, sql`e.item_id = ${id}`, { limit: 1 });
  if (!version || !entry) throw knowledgeErrors.notInForce({ id, retiredAt: document.retired_at });
  const personId = actorId(ctx.actor);
  const own = (table: 'knowledge_receipts' | 'knowledge_feedback') =>
    on<KnowledgeTables>(ctx)
      .selectFrom(table)
      .where('organisation_id', '=', ctx.organisationId)
      .where('document_id', '=', id)
      .where('version', '=', version.number)
      .where('person_id', '=', personId);
  const receipt = await own('knowledge_receipts')
    .select(['asked_at', 'due_at', 'read_at'])
    .where('released_at', 'is', null)
    .executeTakeFirst();
  const feedback = await own('knowledge_feedback').select(['helpful', 'missing']).executeTakeFirst();
  const names = await personNames(ctx, [document.owner_id]);
  return {
    id,
    number: document.number,
    code: document.code,
    kind: entry.kind as DocumentKind,
    audience: entry.audience,
    topicId: document.topic_id,
    owner: names(document.owner_id) ?? { id: document.owner_id, name: '—' },
    version: version.number,
    editorial: version.editorial,
    changeNote: version.change_note,
    inForceFrom: entry.inForceFrom,
    nextReviewOn: document.next_review_on,
    language: entry.language,
    asked: language,
    languages: entry.languages,
    title: entry.title,
    summary: entry.summary,
    body: entry.body,
    steps: entry.steps,
    receipt: receipt
      ? {
          askedAt: receipt.asked_at,
          dueAt: receipt.due_at,
          readAt: receipt.read_at,
          questions: (version.questions as ControlQuestion[]).map((question) => ({
            id: question.id,
            text: question.text,
            choices: question.choices.map(({ id: choiceId, text }) => ({ id: choiceId, text })),
          })),
        }
      : null,
    feedback: feedback ? { helpful: feedback.helpful, missing: feedback.missing } : null,
  };
}

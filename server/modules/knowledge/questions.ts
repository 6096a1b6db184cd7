// The question channel: staff ask about a document or a step, its owner answers, and the answer stays with it.
import { sql } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import type { Step } from '#contract/knowledge.ts';
import type { Question } from '#contract/knowledge-voices.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { tell } from '#modules/notifications/index.ts';
import { append, on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { actingPerson, mayManage, requireDocument, titlesOf, versionInForce } from './document.ts';
import { knowledgeErrors } from './errors.ts';
import { textsOf } from './version-texts.ts';
import type { KnowledgeTables } from './tables.ts';

type Row = {
  id: string;
  document_id: string;
  titles: LocaleText | null;
  version: number;
  step_id: string | null;
  text: string;
  asked_by: string | null;
  asker: string | null;
  asked_at: Date;
  answer: string | null;
  answered_by: string | null;
  answerer: string | null;
  answered_at: Date | null;
};

const rowsOf = (ctx: Context, where: ReturnType<typeof sql>, order: ReturnType<typeof sql>, limit: number) => sql<Row>`
  select q.id, q.document_id, q.version, q.step_id, q.text, q.asked_by, a.name as asker, q.asked_at,
         w.text as answer, w.answered_by, b.name as answerer, w.answered_at,
         (select jsonb_object_agg(t.language, t.title) from knowledge_texts t
           where t.organisation_id = q.organisation_id and t.document_id = q.document_id and t.version = q.version) as titles
    from knowledge_questions q
    join knowledge_documents d on d.organisation_id = q.organisation_id and d.id = q.document_id
    left join person_briefs a on a.organisation_id = q.organisation_id and a.id = q.asked_by
    left join lateral (select * from knowledge_answers w where w.organisation_id = q.organisation_id and w.question_id = q.id
                        order by w.answered_at desc, w.id desc limit 1) w on true
    left join person_briefs b on b.organisation_id = q.organisation_id and b.id = w.answered_by
   where q.organisation_id = ${ctx.organisationId} and ${where}
   order by ${order} limit ${limit}`;

function view(row: Row): Question {
  return {
    id: row.id,
    documentId: row.document_id,
    documentTitle: row.titles ?? {},
    version: row.version,
    stepId: row.step_id,
    text: row.text,
    askedBy: row.asked_by && row.asker ? { id: row.asked_by, name: row.asker } : null,
    askedAt: row.asked_at,
    answer:
      row.answered_at === null
        ? null
        : {
            text: row.answer!,
            by: row.answered_by && row.answerer ? { id: row.answered_by, name: row.answerer } : null,
            at: row.answered_at,
          },
  };
}

/** Open ones by age, all others the newest first. */
export async function listQuestions(
  ctx: Context,
  input: {
    state?: 'open' | 'answered' | undefined;
    mine?: 'to-answer' | 'asked' | undefined;
    documentId?: string | undefined;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<{ items: Question[]; next: string | null }> {
  const open = input.state === 'open';
  const conditions = [sql`true`];
  if (open) conditions.push(sql`q.answered_at is null`);
  if (input.state === 'answered') conditions.push(sql`q.answered_at is not null`);
  if (input.documentId) conditions.push(sql`q.document_id = ${input.documentId}`);
  if (input.mine === 'asked') conditions.push(sql`q.asked_by = ${actingPerson(ctx)}`);
  if (input.mine === 'to-answer') conditions.push(sql`d.owner_id = ${actingPerson(ctx)}`);
  if (input.cursor !== undefined) {
    const [at, id] = decodeCursor(input.cursor, 2);
    conditions.push(
      sql`(q.asked_at, q.id) ${open ? sql`>` : sql`<`} (${String(at)}::timestamptz, ${String(id)}::uuid)`,
    );
  }
  const order = open ? sql`q.asked_at, q.id` : sql`q.asked_at desc, q.id desc`;
  const { rows } = await rowsOf(ctx, sql.join(conditions, sql` and `), order, input.limit + 1).execute(ctx.transaction);
  return page(rows, input.limit, view, (row) => [row.asked_at.toISOString(), row.id]);
}

async function readQuestion(ctx: Context, id: string): Promise<Question> {
  const { rows } = await rowsOf(ctx, sql`q.id = ${id}`, sql`q.id`, 1).execute(ctx.transaction);
  if (!rows[0]) throw knowledgeErrors.questionNotFound({ id });
  return view(rows[0]);
}

/** About the version in force. Throws `knowledge.not-in-force`; `request.invalid` for a step that it does not have. */
export async function askQuestion(
  ctx: Context,
  input: { id: string; text: string; stepId: string | null },
): Promise<Question> {
  const personId = actingPerson(ctx);
  const document = await requireDocument(ctx, input.id);
  const version = await versionInForce(ctx, input.id);
  if (!version) throw knowledgeErrors.notInForce({ id: input.id });
  const text = cleanText(input.text);
  if (text === '') throw invalidField('text', 'required');
  const steps: Step[] = (await textsOf(ctx, input.id, version.number))[0]?.steps ?? [];
  if (input.stepId !== null && !steps.some((step) => step.id === input.stepId))
    throw invalidField('stepId', 'not-found');
  const id = newId();
  await on<KnowledgeTables>(ctx)
    .insertInto('knowledge_questions')
    .values({
      organisation_id: ctx.organisationId,
      id,
      document_id: input.id,
      version: version.number,
      step_id: input.stepId,
      text,
      asked_by: personId,
      asked_at: ctx.clock.now(),
    })
    .execute();
  if (document.owner_id !== personId)
    await tell(ctx, {
      personIds: [document.owner_id],
      type: 'knowledge.question-asked',
      subjectType: 'knowledge-document',
      subjectId: input.id,
      data: { title: await titlesOf(ctx, input.id, version.number), questionId: id },
    });
  append(ctx, {
    type: 'knowledge.question-asked',
    subjectType: 'knowledge-document',
    subjectId: input.id,
    data: { questionId: id, version: version.number, stepId: input.stepId },
  });
  return readQuestion(ctx, id);
}

/** Throws `knowledge.question-not-found`, `knowledge.not-owner`. */
export async function answerQuestion(ctx: Context, input: { id: string; text: string }): Promise<Question> {
  const personId = actingPerson(ctx);
  const question = await readQuestion(ctx, input.id);
  const document = await requireDocument(ctx, question.documentId);
  if (!mayManage(ctx, document)) throw knowledgeErrors.notOwner({ id: document.id });
  const text = cleanText(input.text);
  if (text === '') throw invalidField('text', 'required');
  const now = ctx.clock.now();
  await on<KnowledgeTables>(ctx)
    .insertInto('knowledge_answers')
    .values({
      organisation_id: ctx.organisationId,
      id: newId(),
      question_id: input.id,
      text,
      answered_by: personId,
      answered_at: now,
    })
    .execute();
  await on<KnowledgeTables>(ctx)
    .updateTable('knowledge_questions')
    .set({ answered_at: now })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', input.id)
    .execute();
  if (question.askedBy && question.askedBy.id !== personId)
    await tell(ctx, {
      personIds: [question.askedBy.id],
      type: 'knowledge.question-answered',
      subjectType: 'knowledge-document',
      subjectId: document.id,
      data: { title: question.documentTitle, questionId: input.id },
    });
  append(ctx, {
    type: 'knowledge.question-answered',
    subjectType: 'knowledge-document',
    subjectId: document.id,
    data: { questionId: input.id },
  });
  return readQuestion(ctx, input.id);
}

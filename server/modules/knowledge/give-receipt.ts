// Gives the receipt "read and understood" for the version in force, by the person whom it concerns and nobody else.
import type { ControlQuestion } from '#contract/knowledge.ts';
import type { ReceiptAnswer } from '#contract/reading-duties.ts';
import { append, on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { actingPerson, requireDocument, versionInForce } from './document.ts';
import { knowledgeErrors } from './errors.ts';
import type { KnowledgeTables } from './tables.ts';

type Answer = { questionId: string; choiceId: string };

/**
 * With wrong answers it is not given: it says which, and the try is counted. Throws `receipt.not-asked` when it does not concern the
 * person or another version holds by now, `receipt.given`, `request.invalid` for a question without an answer.
 */
export async function giveReceipt(
  ctx: Context,
  input: { id: string; version: number; answers: readonly Answer[] },
): Promise<ReceiptAnswer> {
  const personId = actingPerson(ctx);
  await requireDocument(ctx, input.id);
  const version = await versionInForce(ctx, input.id);
  if (version?.number !== input.version) throw knowledgeErrors.receiptNotAsked({ version: version?.number ?? null });
  const receipt = await on<KnowledgeTables>(ctx)
    .selectFrom('knowledge_receipts')
    .select(['read_at', 'released_at', 'tries'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('document_id', '=', input.id)
    .where('version', '=', input.version)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  if (!receipt || receipt.released_at) throw knowledgeErrors.receiptNotAsked({ version: input.version });
  if (receipt.read_at) throw knowledgeErrors.receiptGiven({ readAt: receipt.read_at });
  const wrong = wrongAnswers(version.questions as ControlQuestion[], input.answers);
  const now = ctx.clock.now();
  await on<KnowledgeTables>(ctx)
    .updateTable('knowledge_receipts')
    .set({
      tries: receipt.tries + 1,
      ...(wrong.length > 0
        ? {}
        : {
            read_at: now,
            answers: JSON.stringify(Object.fromEntries(input.answers.map((one) => [one.questionId, one.choiceId]))),
          }),
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('document_id', '=', input.id)
    .where('version', '=', input.version)
    .where('person_id', '=', personId)
    .execute();
  if (wrong.length > 0)
    return { read: false, wrong: wrong.map(({ id, readAgain }) => ({ questionId: id, readAgain })) };
  append(ctx, {
    type: 'knowledge.receipt-given',
    subjectType: 'knowledge-document',
    subjectId: input.id,
    data: { version: input.version },
  });
  return { read: true, readAt: now };
}

/** Throws `request.invalid` when a question has no answer. */
function wrongAnswers(questions: readonly ControlQuestion[], answers: readonly Answer[]): ControlQuestion[] {
  return questions.filter((question, at) => {
    const answer = answers.find((one) => one.questionId === question.id);
    if (!answer) throw invalidField(`answers.${at}`, 'required', { questionId: question.id });
    return !question.choices.some((choice) => choice.right && choice.id === answer.choiceId);
  });
}

// What was filled in for a case, as a process may use it: the latest answers, without those that are personal.
import { fieldsOf, type FormAnswers } from '#kernel/forms/form-definition.ts';
import { formVersions } from '#modules/forms/index.ts';
import type { Context } from '#platform/context.ts';
import { answerRows } from '../form-answers.ts';

/** Personal answers stay with the case, where rights and retention reach them. */
export async function answersForProcess(ctx: Context, caseId: string): Promise<FormAnswers> {
  const [latest] = await answerRows(ctx, caseId);
  const version = latest && (await formVersions(ctx, [latest.version_id])).get(latest.version_id);
  if (!latest || !version) return {};
  const open = new Set(fieldsOf(version.definition).flatMap(({ key, personal }) => (personal ? [] : [key])));
  return Object.fromEntries(Object.entries(latest.answers as FormAnswers).filter(([key]) => open.has(key)));
}

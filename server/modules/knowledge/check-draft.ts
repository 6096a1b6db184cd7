// What is wrong with a draft: rules while it is written, and what must be there before others are asked to review it. Pure.
import type { DraftInput, VersionText } from '#contract/knowledge.ts';
import { isEmptyRichText } from '#kernel/rich-text/is-empty.ts';
import type { FieldFault } from '#platform/errors.ts';

type Draft = Omit<DraftInput, 'revision'>;

/** Faults that no draft may have; the field is a path in the input. */
export function draftFaults(kind: string, draft: Draft): FieldFault[] {
  const faults: FieldFault[] = [];
  draft.texts.forEach((text, at) => {
    if (draft.texts.findIndex((other) => other.language === text.language) < at)
      faults.push({ field: `texts.${at}.language`, code: 'twice' });
    if (kind !== 'step-sheet' && text.steps.length > 0)
      faults.push({ field: `texts.${at}.steps`, code: 'step-sheet-only' });
    if (new Set(text.steps.map((step) => step.id)).size < text.steps.length)
      faults.push({ field: `texts.${at}.steps`, code: 'twice' });
  });
  draft.questions.forEach((question, at) => {
    if (question.choices.filter((choice) => choice.right).length !== 1)
      faults.push({ field: `questions.${at}.choices`, code: 'one-right' });
    const ids = [question.id, ...question.choices.map((choice) => choice.id)];
    const others = draft.questions.slice(0, at).flatMap((one) => [one.id, ...one.choices.map((choice) => choice.id)]);
    if (new Set([...ids, ...others]).size < ids.length + others.length)
      faults.push({ field: `questions.${at}`, code: 'twice' });
  });
  return faults;
}

/** What is missing for a review. `concerned`: whether it concerns anybody; `follows`: whether a version is in force. */
export function reviewFaults(
  kind: string,
  draft: Pick<Draft, 'texts' | 'editorial' | 'demandsReceipt' | 'questions'>,
  facts: { concerned: boolean; follows: boolean },
): FieldFault[] {
  const faults: FieldFault[] = [];
  const steps = draft.texts[0]?.steps.map((step) => step.id) ?? [];
  draft.texts.forEach((text, at) => {
    const params = { language: text.language };
    const missing = (part: string, code = 'required') =>
      void faults.push({ field: `texts.${at}.${part}`, code, params });
    if (text.title.trim() === '') missing('title');
    if (isEmptyRichText(text.body) && text.steps.length === 0) missing(kind === 'step-sheet' ? 'steps' : 'body');
    if (!sameMembers(steps, text)) missing('steps', 'other-steps');
  });
  if (draft.demandsReceipt && !facts.concerned) faults.push({ field: 'concerns', code: 'required' });
  if (!draft.demandsReceipt && draft.questions.length > 0) faults.push({ field: 'questions', code: 'without-receipt' });
  if (draft.editorial && !facts.follows) faults.push({ field: 'editorial', code: 'nothing-before' });
  return faults;
}

/** Translations have the same steps in the same order, or a question on a step would be shown at another. */
function sameMembers(ids: readonly string[], text: Pick<VersionText, 'steps'>): boolean {
  return ids.length === text.steps.length && text.steps.every((step, at) => step.id === ids[at]);
}

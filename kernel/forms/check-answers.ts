// Holds the answers to a form against it: what is kept, and which field broke which rule. Server and browser ask the same.
import type { CountryCode } from '../country-packs.ts';
import { fieldsOf, type FormAnswers, type FormDefinition } from './form-definition.ts';
import { readAnswer, type AnswerRule } from './read-answer.ts';
import { conditionHolds, type Audience } from './shown-fields.ts';

export type AnswerFault = { field: string; code: AnswerRule; params?: Record<string, unknown> };
export type CheckedAnswers = { answers: FormAnswers; faults: AnswerFault[] };

/**
 * Answers to fields that are not there (hidden, or not for this audience, or unknown) are dropped and never a fault. What is
 * kept passes again unchanged. `definition` is one that `checkForm` found sound; `given` may be anything.
 */
export function checkAnswers(
  definition: FormDefinition,
  given: unknown,
  { audience, country }: { audience: Audience; country: CountryCode },
): CheckedAnswers {
  const source = typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
  const answers: FormAnswers = {};
  const faults: AnswerFault[] = [];
  for (const field of fieldsOf(definition)) {
    if ((audience === 'customer' && !field.customer) || !conditionHolds(field, answers)) continue;
    const read = readAnswer(field, Object.hasOwn(source, field.key) ? source[field.key] : null, country);
    if ('fault' in read)
      faults.push({ field: field.key, code: read.fault, ...(read.params ? { params: read.params } : {}) });
    else if (read.value !== null) answers[field.key] = read.value;
    else if (field.required) faults.push({ field: field.key, code: 'required' });
  }
  return { answers, faults };
}

// Answers as the fields of a screen hold them, and as they are sent: a file is shown with its name and sent as its id.
import type { CountryCode } from '#kernel/country-packs.ts';
import { checkAnswers } from '#kernel/forms/check-answers.ts';
import { fieldsOf, type AnswerValue, type FormAnswers, type FormDefinition } from '#kernel/forms/form-definition.ts';
import type { Fault } from '#web/lib/problem-error.ts';

export type EnteredAnswers = Record<string, unknown>;

export function initialAnswers(definition: FormDefinition): EnteredAnswers {
  return Object.fromEntries(
    fieldsOf(definition).flatMap(({ key, initial }) => (initial === null ? [] : [[key, initial]])),
  );
}

/** Nothing that was not entered. */
export function answersToSend(entered: EnteredAnswers): FormAnswers {
  return Object.fromEntries(
    Object.entries(entered).flatMap(([key, value]) => {
      const sent = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
      return sent === null || sent === undefined || sent === '' ? [] : [[key, sent as AnswerValue]];
    }),
  );
}

/** What the server would refuse, found before it is asked; `under` stands before the keys. */
export function answerFaults(
  definition: FormDefinition,
  entered: EnteredAnswers,
  { country, under }: { country: CountryCode; under: string },
): Fault[] {
  const { faults } = checkAnswers(definition, answersToSend(entered), { audience: 'staff', country });
  return faults.map((fault) => ({ ...fault, field: `${under}.${fault.field}` }));
}

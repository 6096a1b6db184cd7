// Which fields of a form are there, by the answers given so far.
import {
  fieldsOf,
  type AnswerValue,
  type FormAnswers,
  type FormDefinition,
  type FormField,
} from './form-definition.ts';

/** Staff see every field; customers those that are for them. */
export type Audience = 'staff' | 'customer';

/** Its condition holds. Answers to fields that are not there must not be among `answers`. */
export function conditionHolds({ shownWhen }: Pick<FormField, 'shownWhen'>, answers: FormAnswers): boolean {
  if (!shownWhen) return true;
  if (!Object.hasOwn(answers, shownWhen.field)) return false;
  return valuesOf(answers[shownWhen.field]).some((value) => shownWhen.values.includes(value));
}

/** In their order. An answer to a field that is hidden itself makes none appear. */
export function shownFields(definition: FormDefinition, answers: FormAnswers, audience: Audience): FormField[] {
  const counted: FormAnswers = {};
  return fieldsOf(definition).filter((field) => {
    const shown = (audience === 'staff' || field.customer) && conditionHolds(field, counted);
    const answer = Object.hasOwn(answers, field.key) ? answers[field.key] : undefined;
    if (shown && answer !== undefined) counted[field.key] = answer;
    return shown;
  });
}

function valuesOf(answer: AnswerValue | undefined): readonly string[] {
  if (typeof answer === 'boolean') return [answer ? 'yes' : 'no'];
  if (typeof answer === 'string') return [answer];
  return Array.isArray(answer) ? answer : [];
}

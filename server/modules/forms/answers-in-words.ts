// Answers as people read them, each under the label of the version that asked: for exports of what somebody filled in.
import type { FormVersion } from '#contract/forms.ts';
import type { Language, LocaleText } from '#contract/common.ts';
import {
  decidingValues,
  fieldsOf,
  type AnswerValue,
  type FormAnswers,
  type FormField,
} from '#kernel/forms/form-definition.ts';

export type AnswerInWords = { form: string; field: string; answer: string | number | boolean };

/** In the order of the fields; what has no words in the language is said in another. */
export function answersInWords(
  { definition, formName }: Pick<FormVersion, 'definition' | 'formName'>,
  answers: FormAnswers,
  language: Language,
): AnswerInWords[] {
  const say = (text: LocaleText | FormField['label']): string => text[language] ?? text.ar ?? text.fa ?? text.en ?? '';
  return fieldsOf(definition).flatMap((field) => {
    const answer = Object.hasOwn(answers, field.key) ? answers[field.key] : undefined;
    return answer === undefined
      ? []
      : [{ form: say(formName), field: say(field.label), answer: inWords(field, answer, say) }];
  });
}

/** Choices by their names; what has no words stays as it is kept. */
function inWords(
  field: FormField,
  answer: AnswerValue,
  say: (text: FormField['label']) => string,
): string | number | boolean {
  if (typeof answer !== 'string' && !Array.isArray(answer)) return answer;
  const keys = typeof answer === 'string' ? [answer] : answer;
  if (decidingValues(field).length === 0 || field.type === 'yes-no') return keys.join(', ');
  return keys.map((key) => say(field.choices.find((choice) => choice.key === key)?.label ?? {}) || key).join(', ');
}

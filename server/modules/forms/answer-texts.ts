// The texts among answers, for search: what people wrote, not what they chose, and nothing personal, since not everybody may see it. Pure.
import { fieldsOf, type FieldType, type FormAnswers, type FormDefinition } from '#kernel/forms/form-definition.ts';

const written: readonly FieldType[] = ['line', 'prose', 'phone', 'email', 'national-id'];

export function answerTexts(definition: FormDefinition, answers: FormAnswers): string[] {
  return fieldsOf(definition).flatMap(({ key, type, personal }) => {
    const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
    return typeof answer === 'string' && !personal && written.includes(type) ? [answer] : [];
  });
}

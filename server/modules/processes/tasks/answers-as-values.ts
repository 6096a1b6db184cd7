// Answers to a form as values of the process, and values of the process as answers to begin with. Pure.
import type { Json, Variables } from '#engine/instance.ts';
import { countryPacks, type CountryCode } from '#kernel/country-packs.ts';
import { fieldsOf, type FormAnswers, type FormDefinition, type FormField } from '#kernel/forms/form-definition.ts';
import { readAnswer } from '#kernel/forms/read-answer.ts';

/**
 * Under the keys of fields: numbers, yes and no, texts, days as ISO, lists of keys. An amount in another currency than the country's is
 * `{ amount, currency }`, so that nobody compares it unawares. A field that was not answered is null, or what an earlier task said would
 * count as the answer to this one.
 */
export function valuesOfAnswers(definition: FormDefinition, answers: FormAnswers, country: CountryCode): Variables {
  return Object.fromEntries(
    fieldsOf(definition).map((field): [string, Json] => {
      const answer = Object.hasOwn(answers, field.key) ? answers[field.key] : undefined;
      if (answer === undefined) return [field.key, null];
      const foreign = foreignCurrency(field, country);
      return [field.key, foreign !== null ? { amount: answer as number, currency: foreign } : answer];
    }),
  );
}

/** What of the process would be taken as an answer; anything else is left to whoever fills the form in. */
export function answersOfValues(definition: FormDefinition, variables: Variables, country: CountryCode): FormAnswers {
  return Object.fromEntries(
    fieldsOf(definition).flatMap((field) => {
      const given = Object.hasOwn(variables, field.key) ? variables[field.key] : null;
      const foreign = foreignCurrency(field, country);
      const read = readAnswer(field, foreign === null ? given : amountIn(given, foreign), country);
      return 'value' in read && read.value !== null ? [[field.key, read.value]] : [];
    }),
  );
}

function foreignCurrency({ type, currency }: FormField, country: CountryCode): string | null {
  return type === 'amount' && currency !== null && currency !== countryPacks[country].currency ? currency : null;
}

function amountIn(value: Json | undefined, currency: string): number | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { amount, currency: said } = value as Record<string, Json>;
  return typeof amount === 'number' && said === currency ? amount : null;
}

// Words in several languages on their way into the database: without invisible marks, and without the empty ones.
import { cleanText } from '#kernel/text/clean.ts';
import type { FormText } from '#kernel/forms/form-definition.ts';

export function cleanWords(words: FormText): FormText {
  return Object.fromEntries(
    (['ar', 'fa', 'en'] as const).flatMap((language) => {
      const clean = cleanText(words[language] ?? '');
      return clean === '' ? [] : [[language, clean]];
    }),
  );
}

// Words of a form in one language, or in the nearest one that was written.
import type { Language } from '#contract/common.ts';
import type { FormText } from '#kernel/forms/form-definition.ts';

export function wordsIn(text: FormText, language: Language): string {
  return text[language] || text.ar || text.fa || text.en || '';
}

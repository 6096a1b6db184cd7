// Names that staff give, on their way into the database.
import type { LocaleText } from '#contract/common.ts';
import { cleanText } from '#kernel/text/clean.ts';

/** Without the empty ones and without invisible marks. */
export function cleanName(name: LocaleText): LocaleText {
  return Object.fromEntries(
    Object.entries(name)
      .map(([language, words]) => [language, cleanText(words ?? '').replace(/\s+/g, ' ')])
      .filter(([, words]) => words !== ''),
  ) as LocaleText;
}

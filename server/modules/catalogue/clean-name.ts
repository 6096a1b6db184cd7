// Names in several languages on their way into the database.
import type { LocaleText } from '#contract/common.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { invalidField } from '#platform/errors.ts';

/** Without the empty ones and without invisible marks. Throws `request.invalid` when nothing readable is left. */
export function cleanName(name: LocaleText): LocaleText {
  const kept = Object.entries(name).flatMap(([language, words]) => {
    const clean = cleanText(words ?? '').replace(/\s+/g, ' ');
    return clean === '' ? [] : [[language, clean]];
  });
  if (kept.length === 0) throw invalidField('name', 'required');
  return Object.fromEntries(kept) as LocaleText;
}

// Names in several languages on their way into the database.
import type { LocaleText } from '#contract/common.ts';
import { invalidField } from '#platform/errors.ts';
import { cleanName } from './name.ts';

/** Without the empty ones and without invisible marks. Throws `request.invalid` when nothing readable is left. */
export function cleanLocaleText(field: string, text: LocaleText): LocaleText {
  const kept = Object.entries(text).flatMap(([language, words]) => {
    const clean = cleanName(words ?? '');
    return clean === '' ? [] : [[language, clean]];
  });
  if (kept.length === 0) throw invalidField(field, 'required');
  return Object.fromEntries(kept) as LocaleText;
}

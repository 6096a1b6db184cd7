// Names on their way into the database: cleaned, and refused when nothing readable is left of them.
import type { LocaleText } from '#contract/common.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { invalidField } from '#platform/errors.ts';

/** A name of one line. Throws `request.invalid` for the field when only invisible characters were typed. */
export function cleanLine(field: string, text: string): string {
  const clean = cleanText(text).replace(/\s+/g, ' ');
  if (clean === '') throw invalidField(field, 'required');
  return clean;
}

/** A name in several languages without the empty ones, as the jsonb column wants it. */
export function cleanLocaleText(field: string, text: LocaleText): string {
  const entries = Object.entries(text).map(([language, words]) => [language, cleanText(words ?? '')] as const);
  const kept = entries.filter(([, words]) => words !== '');
  if (kept.length === 0) throw invalidField(field, 'required');
  return JSON.stringify(Object.fromEntries(kept));
}

/** One person has one address, however they type it. */
export function cleanEmail(email: string): string {
  return email.trim().toLowerCase();
}

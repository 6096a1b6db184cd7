// One value of a field as it is stored: read from what people and files write, or refused by the name of the rule.
import { toLatinDigits } from '#kernel/digits.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { normaliseText } from '#kernel/text/normalise.ts';
import type { LocaleText } from '#contract/common.ts';

export type Read = { value: string | number | null } | { fault: string; params?: Record<string, unknown> };

export function readText(given: unknown, longest: number): Read {
  const value = cleanText(String(given)).replace(/\s+/g, ' ');
  return value.length > longest ? { fault: 'too-long', params: { maximum: longest } } : { value: value || null };
}

/** In any digits, with Arabic or Latin separators; the decimal mark is a point, ٫ or, after no other comma, nothing else. */
export function readNumber(given: unknown): Read {
  if (typeof given === 'number') return Number.isFinite(given) ? { value: given } : { fault: 'number-invalid' };
  const text = toLatinDigits(cleanText(String(given)))
    .replace(/[\u066c,'\s\u00a0\u202f](?=\d{3}(\D|$))/g, '')
    .replace('\u066b', '.');
  return /^[-\u2212]?\d{1,15}(\.\d{1,9})?$/.test(text)
    ? { value: Number(text.replace('\u2212', '-')) }
    : { fault: 'number-invalid' };
}

/** "YYYY-MM-DD", a day that there is. */
export function readDate(given: unknown): Read {
  const text = toLatinDigits(cleanText(String(given)));
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return { fault: 'date-invalid' };
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && text >= '1850-01-01'
    ? { value: text }
    : { fault: 'date-invalid' };
}

const yes = new Set(['1', 'true', 'yes', 'y', 'نعم', 'بله', 'بلی', 'آری', '✓'].map(normaliseText));
const no = new Set(['0', 'false', 'no', 'n', 'لا', 'كلا', 'خیر', 'نه'].map(normaliseText));

export function readYesNo(given: unknown): Read {
  if (typeof given === 'boolean') return { value: given ? 1 : 0 };
  const word = normaliseText(String(given)) || cleanText(String(given));
  if (yes.has(word)) return { value: 1 };
  return no.has(word) ? { value: 0 } : { fault: 'yes-no-invalid' };
}

/** Finds a choice by key, by any name in any spelling; `keys` → what is stored. */
export function choiceReader(choices: readonly { key: string; name: LocaleText }[]): (given: unknown) => Read {
  const byName = new Map<string, string>();
  for (const { key, name } of choices)
    for (const text of Object.values(name)) if (text) byName.set(normaliseText(text), key);
  for (const { key } of choices) byName.set(normaliseText(key), key);
  return (given) => {
    const key = byName.get(normaliseText(String(given)));
    return key === undefined ? { fault: 'choice-unknown' } : { value: key };
  };
}

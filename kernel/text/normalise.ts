// The one text normaliser: two spellings that a reader takes for the same become the same string.
import { beforeLower, dropped, replaced, spaces, type Range } from './rules.ts';

const escape = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`;

/** The inside of a bracket expression; PostgreSQL and JavaScript read the same \uXXXX notation. */
export const bracket = (ranges: readonly Range[]): string =>
  ranges.map(([first, last]) => (first === last ? escape(first) : `${escape(first)}-${escape(last)}`)).join('');

const early = new Map(beforeLower);
const late = new Map(replaced);
const earlyPattern = new RegExp(`[${beforeLower.map(([from]) => from).join('')}]`, 'g');
const latePattern = new RegExp(`[${replaced.map(([from]) => from).join('')}]`, 'g');
const droppedPattern = new RegExp(`[${bracket(dropped)}]`, 'g');
// U+0000 cannot be in PostgreSQL text; here it is a space, so that nothing hides behind it.
const spacePattern = new RegExp(`[\\u0000${bracket(spaces)}]+`, 'g');

/**
 * Text for comparing and searching, never for showing. Idempotent. Rules in `rules.ts`; the SQL twin is made by `normaliseSql`.
 *
 * Order: NFKC; the letters on whose lower case systems disagree; lower case; one-to-one letters and digits; dropped
 * characters; NFC (dropping can bring a letter and its accent together); runs of spaces to one, trimmed.
 * Accents of Latin letters stay. Both twins agree on every assigned character of the Latin, Greek, Cyrillic and Arabic
 * blocks; for letters newer than the Unicode version of the database they may not.
 */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(earlyPattern, (letter) => early.get(letter) ?? letter)
    .toLowerCase()
    .replace(latePattern, (letter) => late.get(letter) ?? letter)
    .replace(droppedPattern, '')
    .normalize('NFC')
    .replace(spacePattern, ' ')
    .replace(/^ | $/g, '');
}

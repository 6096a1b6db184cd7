// Turns what a person types into the inbox's search into a code to look up or a query of words. Pure.
import { normaliseText } from '#kernel/text/normalise.ts';
import { wordsOf } from '#kernel/text/words.ts';
import { toLatinDigits } from '#kernel/digits.ts';

/** `1405-000123`, or a tracking code with or without hyphens: looked up exactly. */
export function exactCode(typed: string): { number: string } | { trackingCode: string } | null {
  const text = toLatinDigits(typed).trim().toUpperCase();
  const number = /^(\d{4})[-/ ]?(\d{6})$/.exec(text);
  if (number) return { number: `${number[1]}-${number[2]}` };
  const symbols = text.replace(/[-\s]/g, '');
  // Twelve letters without a digit may be a word.
  if (/^[0-9A-HJKMNP-TV-Z]{12}$/.test(symbols) && /\d/.test(symbols))
    return { trackingCode: `${symbols.slice(0, 4)}-${symbols.slice(4, 8)}-${symbols.slice(8)}` };
  return null;
}

/**
 * For `to_tsquery`: every word must occur, the last one as a beginning (`whole` are those before it); the Arabic article is taken
 * off as it is in the index.
 */
export function wordsQuery(typed: string): { all: string; whole: string } | null {
  const words = wordsOf(normaliseText(typed))
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word.length > 0)
    .slice(0, 8);
  if (words.length === 0) return null;
  const whole = words.slice(0, -1).map((word) => `(${bare(word)})`);
  return { all: [...whole, `(${bare(words.at(-1)!)}:*)`].join(' & '), whole: whole.join(' & ') };
}

/** Same rule as rida_bare_words in the database. */
function bare(word: string): string {
  return word.replace(/^[وفبك]?(?:ال|لل)(?=\p{L}{3})/u, '');
}

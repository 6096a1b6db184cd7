// Recognises a code in what a person types into the inbox's search. Pure.
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

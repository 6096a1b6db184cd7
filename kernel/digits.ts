// Digits of three systems: bring any of them to 0-9, write 0-9 in any of them, and read numbers people type.

export type Digits = 'latn' | 'arab' | 'arabext';

/** First code point of each system's ten digits; the ten are consecutive in Unicode. */
const zero: Record<Digits, number> = { latn: 0x30, arab: 0x0660, arabext: 0x06f0 };

/** Every Arabic-Indic, Persian and full-width digit becomes 0-9; all other characters stay as they are. */
export function toLatinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code >= 0xff10 ? code - 0xff10 : code >= zero.arabext ? code - zero.arabext : code - zero.arab);
  });
}

/** Writes every digit of the text, whatever its system, in `digits`. Identifiers must not be passed here: they stay 0-9. */
export function toDigits(text: string, digits: Digits): string {
  const latin = toLatinDigits(text);
  if (digits === 'latn') return latin;
  return latin.replace(/[0-9]/g, (digit) => String.fromCharCode(zero[digits] + Number(digit)));
}

/**
 * A number as people type it, or null when the text is not exactly one number.
 * Accepts every digit set, U+066B and "." as decimal sign, and U+066C, ",", "'", U+060C and (non-breaking, thin) spaces as
 * grouping, but grouping only in groups of three: "1,5" is refused, since half of the world means 1.5 and half a slip.
 * A percent sign is not read: the caller knows its unit.
 */
export function parseNumber(text: string): number | null {
  const plain = toLatinDigits(text)
    // Bidi marks come along when a number is copied from Arabic text.
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\u2212\u2010\u2011\ufe63\uff0d]/g, '-')
    .replace(/\u066b/g, '.')
    .replace(/[\u066c\u060c',\u2019\u00a0\u2009\u202f]/g, ',')
    .trim()
    .replace(/(?<=\d) (?=\d)/g, ',');
  // Some writers put the minus behind the number in right-to-left text ("12-").
  const match = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?(-?)$/.exec(plain) ?? /^([+-]?)()(\.\d+)(-?)$/.exec(plain);
  if (!match) return null;
  const [, before = '', whole = '', fraction = '', after = ''] = match;
  if (before && after) return null;
  const value = Number(`${whole.replaceAll(',', '') || '0'}${fraction}`);
  return (before === '-' || after === '-') && value !== 0 ? -value : value;
}

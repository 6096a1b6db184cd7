// Reads what somebody typed to find a customer: a name, the end of a phone, the beginning of an e-mail, an id.
import { toLatinDigits } from '#kernel/digits.ts';
import { parseName } from '#kernel/names/parse-name.ts';
import { soundQuery } from '#kernel/names/sound-query.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { normaliseText } from '#kernel/text/normalise.ts';

/** What to look for in each place; null means not there. */
export type SearchTerms = {
  /** An external id, a national id or the number of a registration, whole. */
  identity: string;
  /** Normalised. */
  name: string | null;
  /** `like` patterns of the name; two when it is too short for a trigram and is looked for where words begin. */
  namePatterns: readonly string[];
  /** `tsquery`s for the sounds of the name: as it stands, and where its last word is the beginning of one. */
  sounds: string | null;
  soundsBegun: string | null;
  /** Last digits of a phone, read backward as the index is. */
  phoneEndReversed: string | null;
  emailStart: string | null;
};

/** Null when nothing searchable was typed. */
export function searchTerms(typed: string): SearchTerms | null {
  const text = toLatinDigits(cleanText(typed));
  const name = normaliseText(text);
  if (name === '') return null;
  const named = !name.includes('@');
  const sounded = named && /\p{L}/u.test(name) ? parseName(name, 'person') : null;
  return {
    identity: text,
    name: named ? name : null,
    namePatterns: named ? patterns(name) : [],
    sounds: sounded && soundQuery(sounded),
    soundsBegun: sounded && soundQuery(sounded, true),
    phoneEndReversed: phoneEnd(text),
    emailStart: /^[\x21-\x7e]{2,254}$/.test(text) && /[a-z@]/i.test(text) ? text.toLowerCase() : null,
  };
}

function patterns(name: string): string[] {
  const literal = name.replace(/[\\%_]/g, '\\$&');
  return Array.from(name).length < 3 ? [`${literal}%`, `% ${literal}%`] : [`%${literal}%`];
}

/** Fewer than four digits end too many phones. A whole number may begin with the zeros of its country instead of its code. */
function phoneEnd(text: string): string | null {
  if (!/^[+\d\s().\-\u2010\u2011]+$/.test(text)) return null;
  const digits = text.replace(/\D/g, '');
  if (digits.length < 4 || digits.length > 17) return null;
  return Array.from(digits.length >= 8 ? digits.replace(/^0+/, '') : digits)
    .toReversed()
    .join('');
}

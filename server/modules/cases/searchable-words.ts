// The words of a case as the index holds them. Made here and not by `rida_search_vector`, which does the same a tenth as fast,
// while others wait for their number.
import { sql, type RawBuilder } from 'kysely';
import { normaliseText } from '#kernel/text/normalise.ts';

/** As `left` in the twin: a text that long is a log file, and its end is not searched. */
const longest = 100_000;
/** Arabic joins the article and some particles to the word: rida_bare_words. */
const joined = /(?<![\p{Alphabetic}\p{N}_])[وفبك]?(?:ال|لل)([\p{Alphabetic}\p{N}_]{3,})/gu;

/** Normalised, and beside the joined words the bare ones. */
export function searchableText(text: string): string {
  const normalised = normaliseText(text).slice(0, longest);
  return `${normalised} ${normalised.replace(joined, '$1')}`;
}

/** For the column `search`: as it is, or appended to it with `||`. */
export function searchVector(text: string): RawBuilder<string> {
  return sql<string>`to_tsvector('simple', ${searchableText(text)})`;
}

// Turns what a person types into a query of words. Pure.
import { normaliseText } from '#kernel/text/normalise.ts';
import { wordsOf } from '#kernel/text/words.ts';

/** For `to_tsquery`: every word must occur, the last one as a beginning; the Arabic article is taken off as it is in the index. */
export function wordsQuery(typed: string): string | null {
  const words = wordsOf(normaliseText(typed))
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word.length > 0)
    .slice(0, 8)
    .map(bare);
  if (words.length === 0) return null;
  return [...words.slice(0, -1), `${words.at(-1)!}:*`].join(' & ');
}

/** Same rule as rida_bare_words in the database. */
function bare(word: string): string {
  return word.replace(/^[وفبك]?(?:ال|لل)(?=\p{L}{3})/u, '');
}

// Turns what a person types into a query of words, as the search index holds them (`rida_search_vector`).
import { normaliseText } from './normalise.ts';
import { wordsOf } from './words.ts';

/** Longer queries are texts: what resembles them is asked for in another way. */
const mostWords = 8;

/** The words typed, in the form of the index: normalised, the Arabic article taken off. */
export function searchedWords(typed: string): string[] {
  return wordsOf(normaliseText(typed))
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word.length > 0)
    .slice(0, mostWords)
    .map(bare);
}

/** For `to_tsquery`: every word must occur, the last one as a beginning (`whole` are those before it). */
export function wordsQuery(typed: string): { all: string; whole: string } | null {
  const words = searchedWords(typed);
  if (words.length === 0) return null;
  const whole = words.slice(0, -1).map((word) => `(${word})`);
  return { all: [...whole, `(${words.at(-1)!}:*)`].join(' & '), whole: whole.join(' & ') };
}

/** Same rule as rida_bare_words in the database. */
function bare(word: string): string {
  return word.replace(/^[وفبك]?(?:ال|لل)(?=\p{L}{3})/u, '');
}

// Finds phrases of a list in normalised words, the longest first.
import { normaliseText } from './text/normalise.ts';
import { wordsOf } from './text/words.ts';

/** Returns how many words, from `at`, the longest phrase of the list that begins there covers; 0 when none does. */
export type PhraseMatcher = (words: readonly string[], at: number) => number;

/** `phrases` in ordinary spelling; they are normalised here, so the lists stay readable. */
export function phraseMatcher(phrases: readonly string[]): PhraseMatcher {
  const known = new Set<string>();
  let longest = 0;
  for (const phrase of phrases) {
    const words = wordsOf(normaliseText(phrase));
    known.add(words.join(' '));
    longest = Math.max(longest, words.length);
  }
  return (words, at) => {
    for (let length = Math.min(longest, words.length - at); length > 0; length--)
      if (known.has(words.slice(at, at + length).join(' '))) return length;
    return 0;
  };
}

// Keys under which records with the same name meet, whatever its script, spelling, titles and order of words.
import type { ParsedName } from './parse-name.ts';
import { searchSound } from './sound.ts';

/** At most so many words of a name are looked at: longer ones are lists of ancestors. */
const mostWords = 5;

/** The codes of all words in one order: equal for "Sara al-Harbi", "الحربي، سارة" and "سارة بنت الحربي". */
export function nameKey(name: ParsedName): string {
  return codes(name).toSorted().join(' ');
}

/** Pairs of codes: the given name with each other word, and the last two. Two records with a pair in common may be one customer. */
export function namePairKeys(name: ParsedName): string[] {
  const [first, ...others] = codes(name);
  if (!first) return [];
  const last = others.at(-1);
  const pairs = [
    ...others.map((other) => [first, other]),
    ...(last ? others.slice(0, -1).map((other) => [other, last]) : []),
  ];
  return [...new Set(pairs.map((pair) => pair.toSorted().join(' ')))];
}

/** All codes run together as they stand: "محمدرضا" and "محمد رضا" meet here. */
export function runTogetherKey(name: ParsedName): string {
  const [first = '', ...others] = codes(name);
  return first + others.map((code) => code.replace(/^A/, '')).join('');
}

const codes = (name: ParsedName): string[] =>
  name.words
    .slice(0, mostWords)
    .map((word) => searchSound(word.code))
    .filter((code) => code !== '');

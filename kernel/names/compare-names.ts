// Compares two names word by word: the same, another spelling, a slip of the hand, or different; and which words met.
import { editsBetween } from './edits.ts';
import type { NameWord, ParsedName } from './parse-name.ts';
import { vowelConflicts } from './sound.ts';

/** From nothing in common to the same letters. `variant` is another lawful spelling or the other script. */
export type WordLevel = 'different' | 'near' | 'variant' | 'same';
export const wordLevels: readonly WordLevel[] = ['different', 'near', 'variant', 'same'];

export type WordMatch = { one: NameWord; other: NameWord; level: WordLevel };
export type NameComparison = {
  /** How the given names agree, wherever they stand ("Harbi, Sara"). Null for companies. */
  given: WordLevel | null;
  /** The pair of words that `given` speaks of. */
  givenWords: WordMatch | null;
  /** The other words that met, best first. */
  rest: readonly WordMatch[];
  /** Words beside the given name that met nothing, on each side. */
  alone: readonly [one: number, other: number];
  /** The other reading, where the words stand in turned order and either may be the given name. */
  orElse?: NameComparison;
};

const rank = (level: WordLevel): number => wordLevels.indexOf(level);

export function compareWords(one: NameWord, other: NameWord): WordLevel {
  if (one.spelled === other.spelled) return 'same';
  if (one.code.startsWith('@') || other.code.startsWith('@')) return 'different';
  const conflicts = vowelConflicts(one.sound, other.sound);
  const sameScript = one.sound.latin === other.sound.latin;
  if (conflicts === 0 && (!sameScript || one.sound.latin) && one.code.length > 1) return 'variant';
  if (sameScript) {
    const longest = Math.max(one.spelled.length, other.spelled.length);
    if (longest >= 4 && editsBetween(one.spelled, other.spelled, longest >= 8 ? 2 : 1) <= (longest >= 8 ? 2 : 1))
      return 'near';
  }
  // Between scripts one vowel or one weak consonant may be heard differently; short names have no letter to spare.
  if (conflicts !== null) return one.code.length >= 3 && conflicts === 1 ? 'near' : 'different';
  if (
    !sameScript &&
    Math.min(one.code.length, other.code.length) >= 4 &&
    editsBetween(soft(one.code), soft(other.code), 1) <= 1
  )
    return 'near';
  return 'different';
}

/** Pairs that mouths and transliterations confuse count as one: h that is not heard, q and k, j and g, S and C. */
const soft = (code: string): string =>
  code
    .replace(/(?!^)h/g, '')
    .replace(/[kq]/g, 'g')
    .replace(/j/g, 'g')
    .replace(/C/g, 'S');

/** The words of both, compounds written alike, and which met which; each word is in one match at most. */
export function matchWords(
  one: readonly NameWord[],
  other: readonly NameWord[],
): { one: readonly NameWord[]; other: readonly NameWord[]; matches: readonly WordMatch[] } {
  const [a, b] = split(one, other);
  return { one: a, other: b, matches: matched(a, b) };
}

/** Symmetric: the second name first gives the same, with the sides changed. */
export function compareNames(one: ParsedName, other: ParsedName): NameComparison {
  const { one: a, other: b, matches } = matchWords(one.words, other.words);
  const rest = matches.filter((match) => match.level !== 'different');
  if (one.kind === 'company' || other.kind === 'company')
    return { given: null, givenWords: null, rest, alone: [a.length - rest.length, b.length - rest.length] };
  return readings(a, b, matches, rest);
}

function readings(
  a: readonly NameWord[],
  b: readonly NameWord[],
  matches: readonly WordMatch[],
  rest: readonly WordMatch[],
): NameComparison {
  const given = givenMatches(a, b, matches);
  const [one, other] = given.map((match): NameComparison => {
    const others = rest.filter((rested) => rested.one !== match.one && rested.other !== match.other);
    const beside = (side: readonly NameWord[]): number => Math.max(0, side.length - others.length - 1);
    return { given: match.level, givenWords: match, rest: others, alone: [beside(a), beside(b)] };
  });
  if (!one) return { given: 'different', givenWords: null, rest, alone: [a.length, b.length] };
  return other ? { ...one, orElse: other } : one;
}

/**
 * The given name stands first, or last when the family is named first. It is not enough that a given name is found somewhere in
 * the other name: "سارة محمد" is the daughter of "محمد". Where the order is turned nobody can tell which word is the given name:
 * both are answered.
 */
function givenMatches(a: readonly NameWord[], b: readonly NameWord[], matches: readonly WordMatch[]): WordMatch[] {
  if (!a[0] || !b[0]) return [];
  const first: WordMatch = { one: a[0], other: b[0], level: compareWords(a[0], b[0]) };
  if (first.level !== 'different' || a.length < 2 || b.length < 2) return [first];
  const met = matches.filter((match) => match.level !== 'different');
  const [ofOne, ofOther] = [met.find((match) => match.one === a[0]), met.find((match) => match.other === b[0])];
  if (!ofOne || !ofOther) return [first];
  const turned = ofOther.one === a.at(-1) || ofOne.other === b.at(-1);
  return turned ? [ofOne, ofOther] : [first];
}

/** Each word at most once, the best pairs first; ties by place, so that the result does not depend on who is named first. */
function matched(a: readonly NameWord[], b: readonly NameWord[]): WordMatch[] {
  const all = a.flatMap((one, i) => b.map((other, j) => ({ one, other, level: compareWords(one, other), i, j })));
  all.sort(
    (x, y) =>
      rank(y.level) - rank(x.level) ||
      Math.abs(x.i - x.j) - Math.abs(y.i - y.j) ||
      x.i + x.j - y.i - y.j ||
      Math.min(x.i, x.j) - Math.min(y.i, y.j),
  );
  const [usedOne, usedOther] = [new Set<NameWord>(), new Set<NameWord>()];
  const result: WordMatch[] = [];
  for (const { one, other, level } of all) {
    if (usedOne.has(one) || usedOther.has(other)) continue;
    usedOne.add(one);
    usedOther.add(other);
    result.push({ one, other, level });
  }
  return result;
}

/** Where one name writes together what the other writes apart ("محمدرضا", "محمد رضا"), the parts are put together. */
function split(one: readonly NameWord[], other: readonly NameWord[]): [NameWord[], NameWord[]] {
  return [together(one, other), together(other, one)];
}

function together(words: readonly NameWord[], other: readonly NameWord[]): NameWord[] {
  const result: NameWord[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [word, next] = [words[at]!, words[at + 1]];
    const both = next && {
      spelled: word.spelled + next.spelled,
      code: word.code + next.code.replace(/^A/, ''),
      sound: joinSounds(word, next),
    };
    const meets = both && both.code.length >= 4 && !word.code.startsWith('@') && !next.code.startsWith('@');
    if (
      meets &&
      other.some((one) => one.spelled === both.spelled || (one.code === both.code && one.code !== word.code))
    ) {
      result.push(both);
      at += 1;
    } else result.push(word);
  }
  return result;
}

function joinSounds(word: NameWord, next: NameWord): NameWord['sound'] {
  const end = (word.sound.gaps.at(-1) ?? '') + (next.sound.gaps[0] ?? '');
  return {
    consonants: word.code + next.code.replace(/^A/, ''),
    letters: word.sound.letters + (next.code.startsWith('A') ? next.sound.letters.slice(1) : next.sound.letters),
    gaps: [...word.sound.gaps.slice(0, -1), end, ...next.sound.gaps.slice(1)],
    latin: word.sound.latin,
  };
}

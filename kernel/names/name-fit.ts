// How well a name fits what somebody typed to find it: every typed word should be met, and little be left over.
import { matchWords, type WordLevel } from './compare-names.ts';
import type { NameWord, ParsedName } from './parse-name.ts';
import { searchSound } from './sound.ts';

const worth: Readonly<Record<WordLevel, number>> = { same: 1, variant: 0.9, near: 0.7, different: 0 };
/** The typed word begins a word of the name, is heard as one, or is heard as its beginning. */
const worthOf = { beginning: 0.9, sound: 0.7, soundOfBeginning: 0.6 };
/** What is left over in the name, and the order of the words, only decide between names that meet the typed words alike. */
const shares = { met: 0.82, covered: 0.15, order: 0.03 };

/** From 0, nothing in common, to 1, the same words in the same order. Not symmetric: `typed` may be a part of the name. */
export function nameFit(typed: ParsedName, name: ParsedName): number {
  const { one, other, matches } = matchWords(typed.words, name.words);
  if (one.length === 0 || other.length === 0) return 0;
  const left = new Set(other);
  let met = 0;
  for (const match of matches) {
    if (match.level === 'different') continue;
    met += worth[match.level];
    left.delete(match.other);
  }
  const open = one.filter((word) => !matches.some((match) => match.one === word && match.level !== 'different'));
  for (const word of open) {
    const [best, found] = likeness(word, left);
    met += best;
    if (found) left.delete(found);
  }
  const first = matches.find((match) => match.one === one[0]);
  const inOrder = first?.other === other[0] && first?.level !== 'different' ? shares.order : 0;
  return (shares.met * met) / one.length + (shares.covered * met) / Math.max(one.length, other.length) + inOrder;
}

function likeness(word: NameWord, left: ReadonlySet<NameWord>): [worth: number, met: NameWord | undefined] {
  const [begun] = [...left].filter((one) => word.spelled.length >= 2 && one.spelled.startsWith(word.spelled));
  if (begun) return [worthOf.beginning, begun];
  const typed = searchSound(word.code);
  const between = [...left].filter((one) => one.sound.latin !== word.sound.latin && !one.code.startsWith('@'));
  const heard = between.find((one) => typed.length >= 2 && searchSound(one.code) === typed);
  if (heard) return [worthOf.sound, heard];
  const begins = between.find((one) => typed.length >= 2 && searchSound(one.code).startsWith(typed));
  return begins ? [worthOf.soundOfBeginning, begins] : [0, undefined];
}

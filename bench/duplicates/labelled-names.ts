// Invents people and companies for the labelled set, and spells them anew as clerks do. Knows nothing of the rules that it tests.
import { familyNamesAr, givenNamesAr } from '#modules/customers/sample/names-ar.ts';
import { familyNamesFa, givenNamesFa } from '#modules/customers/sample/names-fa.ts';

export type Random = () => number;
export type Spelling = { script: string; latin: string };
export type Tongue = 'ar' | 'fa';

export const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
/** Names are as unequal as words: the first are at every second door. */
const common = <T>(random: Random, list: readonly T[]): T =>
  list[Math.min(list.length - 1, Math.floor(list.length * random() ** 2.2))]!;
const spelled = (list: readonly { name: string; latin: string }[]): Spelling[] =>
  list.map(({ name, latin }) => ({ script: name, latin }));

const givenNames = { ar: spelled(givenNamesAr), fa: spelled(givenNamesFa) };
const knownFamilies = { ar: spelled(familyNamesAr), fa: spelled(familyNamesFa) };

/** Letters with how they are heard, for family names that no list has. */
const letters: readonly (readonly [string, string])[] = [
  ['ب', 'b'], ['ت', 't'], ['ج', 'j'], ['ح', 'h'], ['د', 'd'], ['ر', 'r'], ['ز', 'z'], ['س', 's'], ['ش', 'sh'], ['ص', 's'], ['ط', 't'],
  ['غ', 'gh'], ['ف', 'f'], ['ق', 'q'], ['ك', 'k'], ['ل', 'l'], ['م', 'm'], ['ن', 'n'], ['ه', 'h'], ['خ', 'kh'],
]; // prettier-ignore

function inventFamily(random: Random, tongue: Tongue): Spelling {
  const roots = [pick(random, letters), pick(random, letters), pick(random, letters)];
  const vowels = [pick(random, ['a', 'u', 'i']), pick(random, ['a', 'i', ''])];
  const [script, latin] = [roots.map(([letter]) => letter), roots.map(([, sound]) => sound)];
  const long = random() < 0.5;
  const body = long ? `${script[0]}${script[1]}ا${script[2]}ي` : `${script.join('')}ي`;
  const heard = long
    ? `${latin[0]}${vowels[0]}${latin[1]}a${latin[2]}i`
    : `${latin[0]}${vowels[0]}${latin[1]}${vowels[1]}${latin[2]}i`;
  return tongue === 'ar'
    ? { script: `ال${body}`, latin: `al-${heard}` }
    : { script: body.replace(/ي$/, 'ی').replace(/ك/g, 'ک'), latin: heard };
}

export function nameLists(random: Random) {
  const families = (tongue: Tongue): Spelling[] => [
    ...knownFamilies[tongue],
    ...Array.from({ length: 2_500 }, () => inventFamily(random, tongue)),
  ];
  const all = { ar: families('ar'), fa: families('fa') };
  return {
    given: (tongue: Tongue) => common(random, givenNames[tongue]),
    family: (tongue: Tongue) => common(random, all[tongue]),
  };
}

const chance = (random: Random, share: number): boolean => random() < share;
const swap = (text: string, at: number): string =>
  text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
const rows = { latin: ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'], script: ['ضصثقفغعهخحجد', 'شسيبلاتنمكط', 'ءؤرىةوزظ'] };

/** A slip of the hand: a letter left out, doubled, turned round, or the one beside it on the keyboard. */
export function slip(random: Random, text: string): string {
  const at = 1 + Math.floor(random() * Math.max(1, text.length - 2));
  const kind = random();
  if (kind < 0.3) return text.slice(0, at) + text.slice(at + 1);
  if (kind < 0.45) return text.slice(0, at) + text.charAt(at) + text.slice(at);
  if (kind < 0.65) return swap(text, at);
  const row = [...rows.latin, ...rows.script].find((keys) => keys.includes(text.charAt(at)));
  if (!row) return swap(text, at);
  const beside = row.charAt(row.indexOf(text.charAt(at)) + (chance(random, 0.5) ? 1 : -1)) || text.charAt(at);
  return text.slice(0, at) + beside + text.slice(at + 1);
}

const replaceSome = (
  random: Random,
  text: string,
  pairs: readonly (readonly [string, string])[],
  share: number,
): string =>
  pairs.reduce(
    (result, [from, to]) => (result.includes(from) && chance(random, share) ? result.replace(from, to) : result),
    text,
  );

/** How another clerk writes the same word in the same script. */
export function respellScript(random: Random, word: string): string {
  return replaceSome(random, word, [['أ', 'ا'], ['إ', 'ا'], ['آ', 'ا'], ['ة', 'ه'], ['ى', 'ي'], ['ي', 'ى'], ['ی', 'ي'], ['ک', 'ك'], ['عبدال', 'عبد ال'], ['ئ', 'ی'], ['‌', ' ']], 0.35); // prettier-ignore
}

/** How another clerk transliterates the same sound. */
export function respellLatin(random: Random, word: string): string {
  const looser = replaceSome(
    random,
    word,
    [['ou', 'u'], ['oo', 'u'], ['ee', 'i'], ['aa', 'a'], ['mm', 'm'], ['ss', 's'], ['ei', 'i'], ['ai', 'ei'], ['e', 'a'], ['o', 'u'], ['u', 'o'], ['i', 'e'], ['q', 'k'], ['kh', 'kh'], ['y', 'i'], ['s', 'ss']],
    0.16,
  ); // prettier-ignore
  return looser.replace(/^al-/, () => pick(random, ['al-', 'al ', 'al', 'el ', 'el-', '']));
}

export const capital = (text: string): string =>
  text.replace(/(^|[ -])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());

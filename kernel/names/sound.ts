// What a word of a name sounds like, whether it is written in Arabic or in Latin letters: its consonants, and the vowels between them.

/**
 * `consonants` is the skeleton: one sign each, the same for both scripts; `letters` are the first letters that they were written
 * with. `gaps[i]` is what stands before consonant i, the last after all.
 */
export type Sound = { consonants: string; letters: string; gaps: readonly string[]; latin: boolean };

/** Arabic and Persian letters after normalisation. Letters that readers of Latin spell alike share a sign. */
const arabic: Readonly<Record<string, string>> = {
  ب: 'b', پ: 'b', ت: 't', ط: 't', ث: 't', ج: 'j', ژ: 'j', چ: 'C', ح: 'h', خ: 'X', د: 'd', ذ: 'd', ز: 'd', ض: 'd', ظ: 'd',
  ر: 'r', س: 's', ص: 's', ش: 'S', غ: 'g', ف: 'f', ق: 'g', ك: 'k', گ: 'g', ل: 'l', م: 'm', ن: 'n', ه: 'h', ڤ: 'b',
}; // prettier-ignore
const arabicVowels = new Set(['ا', 'و', 'ي', 'ع', 'ء']);

/** Longest first. */
const latinSounds: ReadonlyArray<readonly [string, string]> = [
  ['tch', 'C'], ['sch', 'S'], ['kh', 'X'], ['gh', 'g'], ['sh', 'S'], ['ch', 'C'], ['th', 't'], ['dh', 'd'], ['ph', 'f'], ['zh', 'j'], ['dj', 'j'], ['ck', 'k'],
  ['b', 'b'], ['p', 'b'], ['t', 't'], ['j', 'j'], ['h', 'h'], ['d', 'd'], ['z', 'd'], ['r', 'r'], ['s', 's'], ['f', 'f'], ['q', 'g'], ['k', 'k'], ['g', 'g'],
  ['l', 'l'], ['m', 'm'], ['n', 'n'], ['c', 'k'], ['x', 'k'],
]; // prettier-ignore
const latinVowels = new Set(['a', 'e', 'i', 'o', 'u', 'y', 'w', 'v']);

/** `word` is normalised. Signs that are neither letters of the two scripts nor vowels (digits, other scripts) stand for themselves. */
export function soundOf(word: string): Sound {
  const latin = /^[^\u0600-\u06ff]*[a-z\u00c0-\u024f]/.test(word);
  return latin ? latinSound(word.normalize('NFD').replace(/[^a-z0-9@]/g, '')) : arabicSound(word);
}

function arabicSound(word: string): Sound {
  const letters = Array.from(word);
  const found = new Builder();
  letters.forEach((letter, at) => {
    const sign = arabic[letter];
    if (at === 0 && (letter === 'و' || letter === 'ي')) found.consonant(letter === 'و' ? 'w' : 'y', letter);
    else if (arabicVowels.has(letter)) found.vowel(letter);
    else found.consonant(sign ?? letter, letter);
  });
  return found.sound(false);
}

function latinSound(given: string): Sound {
  const found = new Builder();
  // A doubled letter is one sound, which Arabic does not write twice; two h may be the end of a pair and the beginning of a word's part.
  const word = given.replace(/([bcdfgjklmnpqrstxz])\1+/g, '$1');
  for (let at = 0; at < word.length;) {
    const letter = word.charAt(at);
    const [spelled, sign] = latinSounds.find(([spelling]) => word.startsWith(spelling, at)) ?? [letter, ''];
    if (at === 0 && /[ywv]/.test(letter)) found.consonant(letter === 'y' ? 'y' : 'w', letter);
    else if (latinVowels.has(letter)) found.vowel(letter);
    else found.consonant(sign || letter, letter);
    at += spelled.length;
    // So is a doubled pair.
    while (!latinVowels.has(letter) && word.startsWith(spelled, at)) at += spelled.length;
  }
  return found.sound(true);
}

class Builder {
  private readonly signs: string[] = [];
  private letters = '';
  private readonly gaps: string[] = [''];

  vowel(letter: string): void {
    this.gaps[this.gaps.length - 1] += letter;
  }

  consonant(sign: string, letter: string): void {
    this.signs.push(sign);
    this.letters += letter;
    this.gaps.push('');
  }

  sound(latin: boolean): Sound {
    // The last h is not heard (Fatimah, Saleh, صالح, فاطمه): with it goes what stood before.
    if (this.signs.length > 1 && this.signs.at(-1) === 'h' && this.gaps.at(-1) === '') {
      this.signs.pop();
      const before = this.gaps.splice(-2, 2)[0] ?? '';
      this.gaps.push(before || (latin ? '' : 'ا'));
    }
    const opens = this.gaps[0] !== '' ? 'A' : '';
    const consonants = opens + this.signs.join('');
    return { consonants, letters: (opens + this.letters).slice(0, consonants.length), gaps: this.gaps, latin };
  }
}

/**
 * The signs under which a word is looked for: q, k, g and j are confused by mouths and transliterations, and so are ch and sh. The
 * database has a twin, `rida_sounds_of_name`.
 */
export const searchSound = (code: string): string => code.replace(/[kj]/g, 'g').replace(/C/g, 'S');

/** What some write in Latin for an Arabic letter beside its usual sign: Tarek, Gamal, Sabet. */
const alsoWritten: Readonly<Record<string, string>> = { ق: 'k', ج: 'g', ث: 's' };

function sameConsonants(one: Sound, other: Sound): boolean {
  if (one.consonants === other.consonants) return true;
  if (one.latin === other.latin || one.consonants.length !== other.consonants.length) return false;
  const [script, latin] = one.latin ? [other, one] : [one, other];
  return Array.from(script.consonants).every(
    (sign, at) => sign === latin.consonants[at] || alsoWritten[script.letters.charAt(at)] === latin.consonants[at],
  );
}

/** How many gaps cannot be the same vowels; null when the consonants differ. */
export function vowelConflicts(one: Sound, other: Sound): number | null {
  if (!sameConsonants(one, other)) return null;
  let conflicts = 0;
  for (let at = 0; at < one.gaps.length; at += 1) {
    const [a = '', b = ''] = [one.gaps[at], other.gaps[at]];
    const last = at === one.gaps.length - 1;
    if (!(one.latin === other.latin ? alike(a, b, one.latin) : fits(one.latin ? b : a, one.latin ? a : b, last)))
      conflicts += 1;
  }
  return conflicts;
}

/** Classes of vowels that a Latin spelling may mean: a, i, u. An e is written for a and for i, and y, ei, ai for i. */
function classes(gap: string): string {
  const leaning = gap.includes('e') && gap !== 'ee';
  return (
    (gap.includes('a') || leaning ? 'a' : '') +
    (/[iy]|ee/.test(gap) || leaning ? 'i' : '') +
    (/[ouwv]/.test(gap) ? 'u' : '')
  );
}
const long = (gap: string): boolean => gap.replace(/[wvy]/g, 'xx').length > 1;

function alike(a: string, b: string, latin: boolean): boolean {
  if (a === b) return true;
  if (!latin) return false;
  const [one, other] = [classes(a), classes(b)];
  if (one === '' || other === '') return !long(a === '' ? b : a);
  // A diphthong is an i or a u; a plain a beside it is another name (Hasan, Hussain).
  if (long(a) !== long(b) && (one === 'ai' || other === 'ai') && (one === 'a' || other === 'a')) return false;
  return [...one].some((letter) => other.includes(letter));
}

/** What Arabic writes between two consonants against what Latin does: long vowels are written in both, short ones only in Latin. */
function fits(arabicGap: string, latinGap: string, last: boolean): boolean {
  const deep = /[عء]/.test(arabicGap);
  const letters = arabicGap.replace(/[عء]/g, '');
  const said = classes(latinGap);
  if (letters === '')
    return last || latinGap === ''
      ? true
      : deep
        ? !/[iouy]./.test(latinGap) || latinGap.length < 2
        : !long(latinGap) || latinGap === 'aa';
  if (last && said === '') return letters === 'ا';
  if (letters.includes('و') && /[wv]/.test(latinGap)) return true;
  const wanted = letters.includes('و') ? 'u' : letters.includes('ي') ? 'i' : 'a';
  // Alef leans to e in many mouths (Salem), and a closing alef maksura is read as a.
  if (wanted === 'a') return said.includes('a') || said === '';
  if (last && wanted === 'i' && said === 'a') return true;
  return said.includes(wanted);
}

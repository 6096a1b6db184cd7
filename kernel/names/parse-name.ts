// Takes a name apart: titles, kinship words and legal forms off, compound names in one, each word with its sound.
import { normaliseText } from '../text/normalise.ts';
import { wordsOf } from '../text/words.ts';
import { canonical, companyForms, kinship, openers, titles, trades, withoutArticle } from './name-rules.ts';
import { soundOf, type Sound } from './sound.ts';

export type NameWord = {
  /** As spelled, after normalisation, article and known other spellings. */
  spelled: string;
  /** The consonants; the same for Arabic and Latin. `@trade` and its like are translated, not sounded. */
  code: string;
  sound: Sound;
};

export type ParsedName = { kind: 'person' | 'company'; words: readonly NameWord[] };

/** A name of which nothing would be left keeps all its words. */
export function parseName(name: string, kind: 'person' | 'company'): ParsedName {
  const all = wordsOf(normaliseText(name.replace(/[''`’ʻʼ\u2018]/g, '')));
  const kept = kind === 'company' ? all.filter((word) => !companyForms.has(word)) : withoutTitles(all);
  return { kind, words: joined(kept.length > 0 ? kept : all, kind).map(nameWord) };
}

function withoutTitles(words: readonly string[]): string[] {
  let from = 0;
  while (from < words.length - 1 && titles.has(words[from] ?? '')) from += 1;
  return words.slice(from);
}

/** "عبد الله", "ابو بكر", "نور الدين", "نصر الله" are one name each, however they are written. */
function joined(words: readonly string[], kind: ParsedName['kind']): string[] {
  const result: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    let word = words[at] ?? '';
    const opens = openers.has(word);
    if (opens || (kinship.has(word) && words.length > 1)) {
      // "Abd al Rahman", "Abu el Hassan": the article between belongs to both.
      let next = at + 1;
      while (next < words.length - 1 && kinship.has(words[next] ?? '')) next += 1;
      if (!opens) continue;
      if (next < words.length && kind === 'person') {
        word = `${opener(word)}${bare(words[next] ?? '')}`;
        at = next;
      }
    } else if (/^(?:الدين|eddine?|uddin|aldin|eldin|oddin)$/.test(word) && result.length > 0) {
      result[result.length - 1] += word.startsWith('ا') ? 'دين' : 'din';
      continue;
    } else if (/^(?:الله|allah|ollah|ullah)$/.test(word) && result.length > 0) {
      result[result.length - 1] += word.startsWith('ا') ? 'الله' : 'ollah';
      continue;
    }
    result.push(word);
  }
  return result.length > 0 ? result : [...words];
}

const opener = (word: string): string =>
  /^(?:عبد|abd)/.test(word)
    ? word.startsWith('ع')
      ? 'عبد'
      : 'abd'
    : /^(?:ام|um|om|oum)/.test(word)
      ? word.startsWith('ا')
        ? 'ام'
        : 'om'
      : word.startsWith('ا')
        ? 'ابو'
        : 'abu';

/** Without the article, when enough is left to be a name. */
function bare(word: string): string {
  if (withoutArticle.has(word)) return word;
  if (word.startsWith('ال') && word.length >= 5) return word.slice(2);
  if (word === 'الله') return 'له';
  return word.replace(/^(?:al|el|ul)(?=[^aeiouyw][a-z]{3}|[aeouyw][a-z]{4})/, '');
}

// The same words come again and again: taking one apart costs more than all else here.
const taken = new Map<string, NameWord>();
const mostTaken = 20_000;

function nameWord(given: string): NameWord {
  const before = taken.get(given);
  // A copy: a name may hold a word twice, and each is met by itself.
  if (before) return { ...before };
  if (taken.size >= mostTaken) taken.clear();
  const word = takeApart(given);
  taken.set(given, word);
  return { ...word };
}

function takeApart(given: string): NameWord {
  const trade = trades.get(given);
  if (trade) return { spelled: trade, code: trade, sound: { consonants: trade, letters: '', gaps: [], latin: false } };
  const spelled = canonicalOf(given);
  const sound = soundOf(spelled);
  return { spelled, sound, code: sound.consonants };
}

function canonicalOf(given: string): string {
  const servant = /^(?:عبد(?=ال|.{3})|abd)(.+)$/.exec(given)?.[1];
  if (servant !== undefined && (given.startsWith('ع') || servant.length > 2)) {
    const whose = given.startsWith('ع') ? bare(servant) : latinServant(servant);
    if (whose !== '') return `${given.startsWith('ع') ? 'عبد' : 'abd'}${known(whose)}`;
  }
  return known(
    bare(given)
      .replace(/ءي/g, 'يي')
      .replace(/اء$/, 'ا')
      .replace(/(?<=..)الدين$/, 'دين')
      .replace(/[aeiou](?:l|d)?dine?$/, 'din'),
  );
}

/** "ulrahman", "urrahman", "elaziz", "ullah": the vowel of the case, then the article, whose l may have become the sound that follows. */
function latinServant(rest: string): string {
  const from = rest.replace(/^[aeiou]+/, '');
  if (from === rest || from.length < 2) return from === rest ? rest : '';
  if (from.startsWith('l')) return from.length > 2 ? from.slice(1) : '';
  return from.replace(/^([a-z])\1/, '$1');
}

const known = (word: string): string => canonical.get(word) ?? word;

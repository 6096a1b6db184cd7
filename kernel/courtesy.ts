// Recognises a customer's message that is only thanks or a greeting: a message, never an outcome and never a reason to reopen.
import { courtesies, courtesySigns, fillers } from './courtesy-words.ts';
import { phraseMatcher } from './phrase-matcher.ts';
import { normaliseText } from './text/normalise.ts';
import { wordsOf } from './text/words.ts';

const courtesyAt = phraseMatcher(courtesies);
const fillerAt = phraseMatcher(fillers);
const signs = new Set(courtesySigns);

/** True when the text holds thanks or a greeting and nothing else. See `courtesyWords` for the rule. */
export function isCourtesy(text: string): boolean {
  return courtesyWords(text).length > 0;
}

/**
 * The courtesies found, so that a person sees why; empty when the message is not only a courtesy. Conservative: one word that
 * is in neither list, a digit, a question mark or a sign outside the list, and it is an ordinary message.
 */
export function courtesyWords(text: string): string[] {
  const normalised = normaliseText(text).replace(/['’]/g, ' ');
  if (/[?؟]/.test(normalised)) return [];
  const found: string[] = [];
  for (const [sign] of normalised.matchAll(/\p{Extended_Pictographic}/gu)) {
    if (!signs.has(sign)) return [];
    found.push(sign);
  }
  const words = wordsOf(normalised);
  for (let at = 0; at < words.length;) {
    const courtesy = courtesyAt(words, at);
    const filler = fillerAt(words, at);
    // Arabic writes "and" onto the word: وشكرا.
    const joined = courtesy || filler ? 0 : joinedCourtesy(words, at);
    const length = Math.max(courtesy, filler, joined);
    if (length === 0) return [];
    if (length === courtesy || joined > 0) found.push(words.slice(at, at + length).join(' '));
    at += length;
  }
  return found;
}

function joinedCourtesy(words: readonly string[], at: number): number {
  const word = words[at] ?? '';
  if (!word.startsWith('و') || word.length < 4) return 0;
  return courtesyAt([word.slice(1), ...words.slice(at + 1)], 0);
}

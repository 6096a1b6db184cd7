// Recognises a confirmation whose words say otherwise ("thanks, but the money has not arrived"), so that the customer is asked again.
import {
  breaks,
  cancels,
  conditions,
  harmless,
  missing,
  negations,
  persianCancels,
  persianDeeds,
  persianRefusals,
  persianStill,
  praise,
  relatives,
  settled,
  turns,
  unsettled,
  without,
} from './not-solved-words.ts';
import { phraseMatcher } from './phrase-matcher.ts';
import { normaliseText } from './text/normalise.ts';
import { wordsOf } from './text/words.ts';

const unsettledAt = phraseMatcher(unsettled);
const harmlessAt = phraseMatcher(harmless);

/** True when the words say that the matter is not settled. See `notSolvedWords` for the rules. */
export function readsAsNotSolved(text: string): boolean {
  return notSolvedWords(text).length > 0;
}

/**
 * The words that say it, so that a person sees why; empty when nothing does. Read clause by clause: (1) a phrase of the list
 * without a negation in the three words before it; (2) a negation and, within two words, what is said of settled matters;
 * (3) "without / no" and a noun like solution or reply; (4) a Persian deed with a negative verb, or "still" with one. Not counted: conditions ("if it
 * is not solved"), past ("was not working"), praise ("could not be better"). Word lists, no grammar: it flags a confirmation
 * for a second question, and must decide nothing else. Irony and unlisted dialect pass unseen.
 */
export function notSolvedWords(text: string): string[] {
  const clauses = normaliseText(text)
    .replace(/['’]/g, '')
    .split(/[.!?؟،,;؛:()]+/);
  return clauses.flatMap((clause) => splitAtTurns(wordsOf(clause)).flatMap(inClause));
}

function splitAtTurns(words: string[]): string[][] {
  const parts: string[][] = [[]];
  for (const word of joinPersianPrefix(words)) {
    // "not yet" is a phrase of its own, not a turn.
    if (turns.has(word) && !(word === 'yet' && parts.at(-1)?.at(-1) === 'not')) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts;
}

/** نمی‌شود comes apart at its half-space; here the verb is put together, as many people write it anyway. */
function joinPersianPrefix(words: string[]): string[] {
  return words.flatMap((word, at) =>
    words[at - 1] === 'نمي' ? [] : word === 'نمي' ? [word + (words[at + 1] ?? '')] : [word],
  );
}

function inClause(words: string[]): string[] {
  const found: string[] = [];
  for (let at = 0; at < words.length; at++) {
    if (words.slice(0, at).some((word) => conditions.has(word)) || conditions.has(words[at] ?? '')) break;
    const skip = harmlessAt(words, at);
    const length = skip > 0 ? 0 : matchAt(words, at);
    if (length > 0) found.push(words.slice(at, at + length).join(' '));
    at += Math.max(skip, length, 1) - 1;
  }
  return found;
}

function matchAt(words: readonly string[], at: number): number {
  const phrase = unsettledAt(words, at);
  if (phrase > 0 && !cancelled(words, at, phrase)) return phrase;
  return negatedAt(words, at) || deedAt(words, at) || stillAt(words, at);
}

function cancelled(words: readonly string[], at: number, length: number): boolean {
  const before = words.slice(Math.max(0, at - 3), at);
  // "لا المشكلة موجودة" answers no; a لا before a noun with ال negates no verb.
  const turned = before.some(
    (word, index) =>
      cancels.has(word) ||
      (negations.has(word) && !(word === 'لا' && (before[index + 1] ?? words[at])?.startsWith('ال'))),
  );
  return (
    turned ||
    words
      .slice(at + length)
      .some((word, index, rest) => persianCancels.has(word) && !persianDeeds.has(rest[index - 1] ?? ''))
  );
}

function negatedAt(words: readonly string[], at: number): number {
  const word = words[at] ?? '';
  const next = words[at + 1] ?? '';
  const praised = (from: number): boolean => words.slice(from, from + 3).some((later) => praise.has(later));
  if (without.has(word) && missing.has(next) && !praised(at + 2)) return 2;
  if (word === 'no' && next === 'longer' && words[at + 2]?.startsWith('work')) return 3;
  if (!negations.has(word) || (word === 'ما' && relatives.has(words[at - 1] ?? ''))) return 0;
  for (let cue = at + 1; cue <= at + 3 && cue < words.length; cue++) {
    const candidate = words[cue] ?? '';
    if (breaks.has(candidate)) return 0;
    if (!settled.has(candidate)) continue;
    const past = candidate === 'working' && (/^(wasnt|werent)$/.test(word) || /^(was|were)$/.test(words[at - 1] ?? ''));
    return past || praised(cue + 1) ? 0 : cue - at + 1;
  }
  return 0;
}

function deedAt(words: readonly string[], at: number): number {
  if (!persianDeeds.has(words[at] ?? '')) return 0;
  for (const verb of [at + 1, at + 2])
    if (persianRefusals.has(words[verb] ?? '')) return praise.has(words[verb + 1] ?? '') ? 0 : verb - at + 1;
  return 0;
}

function stillAt(words: readonly string[], at: number): number {
  if (!persianStill.has(words[at] ?? '')) return 0;
  // "هنوز مشکلی ندیدم" is good news: with a trouble in between the negative verb denies the trouble.
  const end = words.findIndex((word, index) => index > at && index <= at + 4 && /^(?:بر)?ن.{2,}/.test(word));
  const between = words.slice(at, end);
  return end < 0 || between.some((word) => breaks.has(word) || word.startsWith('مشكل') || word.startsWith('ايراد'))
    ? 0
    : end - at + 1;
}

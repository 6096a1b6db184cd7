// Finds the words of a search in a text as it is written, whatever spelling either has.
import { normaliseText } from '#kernel/text/normalise.ts';
import { wordsOf } from '#kernel/text/words.ts';

export interface TextPart {
  text: string;
  found: boolean;
}

/** A word with everything that belongs to it in writing: vowel marks, tatweel, and the zero-width non-joiner of Persian. */
const written = /[\p{L}\p{N}\p{M}\u0640\u200c\u200d]+/gu;

/** Shorter words would be found in nearly every other. */
const shortestWithin = 3;

/** The parts together are the text. A word is found that is one of the query, or has it within, as «والفاتورة» has «فاتورة». */
export function highlight(text: string, query: string): TextPart[] {
  const wanted = wordsOf(normaliseText(query));
  const matches = (word: string): boolean => {
    const found = wordsOf(normaliseText(word));
    return wanted.some((one) =>
      found.some((each) => each === one || (one.length >= shortestWithin && each.includes(one))),
    );
  };
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(written)) {
    if (!matches(word)) continue;
    if (index > end) parts.push({ text: text.slice(end, index), found: false });
    parts.push({ text: word, found: true });
    end = index + word.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), found: false });
  return parts;
}

/** A piece of a long text around the first word found, cut between words; its beginning when none is found. */
export function excerpt(text: string, query: string, length = 220): string {
  if (text.length <= length) return text;
  const first = highlight(text, query).findIndex((part) => part.found);
  const at = first <= 0 ? 0 : text.indexOf(highlight(text, query)[first]!.text);
  const from = at < length * 0.6 ? 0 : text.lastIndexOf(' ', at - length * 0.3) + 1;
  const cut = text.slice(from, from + length);
  const end = from + length >= text.length ? cut.length : Math.max(cut.lastIndexOf(' '), length / 2);
  return `${from > 0 ? '… ' : ''}${cut.slice(0, end).trim()}${from + end < text.length ? ' …' : ''}`;
}

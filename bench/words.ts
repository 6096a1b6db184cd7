// Invented customer texts for the fill: words of the sample organisation's openings, drawn the way words of real texts are (Zipf).
import { openings } from '#modules/cases/sample/openings.ts';

export type Language = 'ar' | 'fa' | 'en';
export const languages: readonly Language[] = ['ar', 'fa', 'en'];

/** What each language joins to its words; the joined forms are the long tail. */
const joined: Record<Language, { before: readonly string[]; after: readonly string[] }> = {
  ar: { before: ['و', 'ب', 'ل', 'ف'], after: ['نا', 'كم', 'ها'] },
  fa: { before: ['می‌', 'بی'], after: ['ها', '‌های', 'ی', 'مان'] },
  en: { before: [], after: ['s', 'ed', 'ing'] },
};

/** Most frequent first: the words of the openings by their count, then their joined forms. Always the same for a language. */
export function vocabulary(language: Language): string[] {
  const counts = new Map<string, number>();
  for (const opening of openings[language]) {
    const text = `${opening.subject} ${opening.body}`.replace(/\{\w+\}/g, ' ');
    for (const word of text.match(/[\p{L}\p{M}\u200c]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const plain = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
  const { before, after } = joined[language];
  const forms = [
    ...before.map((part) => (word: string) => part + word),
    ...after.map((part) => (word: string) => word + part),
  ];
  return [...new Set([...plain, ...forms.flatMap((form) => plain.map(form))])];
}

/** Numbers from 0 up to 1 that are the same in every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A text of `length` words; the word of rank r comes with a probability in proportion to 1/r. */
export function passage(words: readonly string[], length: number, random: () => number): string {
  return Array.from({ length }, () => words[Math.floor(words.length ** random()) - 1] ?? words[0]!).join(' ');
}

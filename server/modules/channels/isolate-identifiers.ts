// Keeps case numbers, codes and addresses in the reading order of plain text: after Arabic letters 1405-000123 would turn round.
import type { Language } from '#contract/common.ts';
import { isolate } from '#kernel/text/isolate.ts';

// Letters or digits joined by signs: 1405-000123, K7QM-4XTP-9R2B, name@example.org, example.org/path.
const identifier = /[A-Za-z0-9][A-Za-z0-9+_]*(?:[-._@/:#][A-Za-z0-9+_]+)+/g;
const latinRun = /[A-Za-z][A-Za-z0-9+_]*(?:[ \-._@/:#'’]+[A-Za-z0-9+_]+)*/g;
const arabicRun = /\p{Script=Arabic}(?:(?:\p{Script=Arabic}|\p{M}|\p{Cf}|[ ،؛«»])*[\p{Script=Arabic}\p{M}])?/gu;
const isolated = /[\u2066-\u2069]/;

/** Wraps identifiers in U+2068 … U+2069, except in text that already has isolates and in web addresses, which would break. */
export function isolateIdentifiers(text: string): string {
  if (isolated.test(text) || !/\p{Script=Arabic}/u.test(text)) return text;
  return text
    .split(/(\s+)/)
    .map((word) => (word.includes('://') ? word : word.replace(identifier, isolate)))
    .join('');
}

/** One line for the header: no line breaks, and every run of the other direction isolated. */
export function subjectLine(text: string, language: Language): string {
  // A line break here would begin a new header.
  const line = text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, 250);
  const mixed = /[A-Za-z0-9]/.test(line) && /\p{Script=Arabic}/u.test(line);
  if (!mixed || isolated.test(line)) return line;
  if (language === 'en') return line.replace(arabicRun, isolate);
  return line.replace(new RegExp(`${identifier.source}|${latinRun.source}`, 'g'), isolate);
}

// Guesses which field a column fills: by what it was mapped to before, by the words of its header, by what its cells look like.
import { guessDates } from '#kernel/calendar/date-reading.ts';
import { normaliseText } from '#kernel/text/normalise.ts';
import type { DateReading } from '#contract/imports.ts';
import type { ImportField } from '#platform/importer.ts';

export type RememberedMapping = { field: string | null; dates: DateReading | null };
export type ColumnGuess = { field: string | null; dates: DateReading | null };
type Settings = Parameters<typeof guessDates>[1];

/** Two columns never get the same field: the first whose header fits better has it. */
export function guessMapping(
  columns: readonly { header: string; samples: readonly string[] }[],
  fields: readonly ImportField[],
  remembered: ReadonlyMap<string, RememberedMapping>,
  settings: Settings,
): ColumnGuess[] {
  const guesses = columns.map((): ColumnGuess => ({ field: null, dates: null }));
  const taken = new Set<string>();
  const decided = new Set<number>();
  const give = (index: number, key: string, dates: DateReading | null = null): void => {
    const field = fields.find((one) => one.key === key);
    if (!field || taken.has(key) || decided.has(index)) return;
    taken.add(key);
    decided.add(index);
    guesses[index] = {
      field: key,
      dates: field.type === 'date' ? (dates ?? guessDates(columns[index]?.samples ?? [], settings)) : null,
    };
  };
  columns.forEach(({ header }, index) => {
    const before = remembered.get(headerKey(header));
    if (before?.field) give(index, before.field, before.dates);
    // Left out on purpose the last time: left out again.
    else if (before) decided.add(index);
  });
  for (const fits of [sameWords, containedWords])
    columns.forEach(({ header }, index) => {
      const field = fields.find((one) => !taken.has(one.key) && fits(headerKey(header), wordsOf(one)));
      if (field) give(index, field.key);
    });
  columns.forEach(({ samples }, index) => {
    const type = looks(samples);
    const field = type && fields.find((one) => one.type === type);
    if (field) give(index, field.key);
  });
  return guesses;
}

/** Headers are compared without spelling, signs and case: "E-Mail:" and "email" are the same. */
export function headerKey(header: string): string {
  return normaliseText(header)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function wordsOf(field: ImportField): string[] {
  return [field.key, ...Object.values(field.names), ...(field.aliases ?? [])]
    .filter((word) => word !== undefined)
    .map(headerKey);
}

const squeeze = (text: string): string => text.replaceAll(' ', '');
const sameWords = (header: string, words: readonly string[]): boolean =>
  header !== '' && words.some((word) => squeeze(word) === squeeze(header));
/** "Customer e-mail (work)" holds "e-mail"; one letter or two are in everything. */
const containedWords = (header: string, words: readonly string[]): boolean =>
  words.some((word) => word.length > 2 && ` ${header} `.includes(` ${word} `));

function looks(samples: readonly string[]): 'email' | null {
  if (samples.length === 0) return null;
  return samples.every((one) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(one)) ? 'email' : null;
}

// The words found in typed dates (months, week days, eras), in the spelling the normaliser leaves, with their meaning.
import { normaliseText } from '../text/normalise.ts';
import { eras, monthNames, otherMonthNames, shortGregorianMonths, weekdayNames } from './names.ts';
import type { CalendarName, Language, Weekday } from './settings.ts';

export type NamedMonth = { calendar: CalendarName; month: number };

const languages: readonly Language[] = ['ar', 'fa', 'en'];
const calendars: readonly CalendarName[] = ['gregory', 'islamic-umalqura', 'persian'];

// Apostrophes of transcriptions come in many shapes, and people leave them out.
const plain = (text: string): string => normaliseText(text).replace(/[ʻʼ'’‘`]/g, '');

/** Normalised name to the month it is in each calendar that has it ("مارس" in one, Azar in one). */
const months = new Map<string, NamedMonth[]>();

function addMonth(name: string, calendar: CalendarName, month: number): void {
  const known = months.get(plain(name)) ?? [];
  if (!known.some((one) => one.calendar === calendar)) months.set(plain(name), [...known, { calendar, month }]);
}

for (const calendar of calendars) {
  for (const language of languages)
    monthNames[language][calendar].forEach((name, index) => addMonth(name, calendar, index + 1));
  for (const [names, month] of otherMonthNames[calendar])
    for (const name of names.split('|')) addMonth(name, calendar, month);
}
shortGregorianMonths.forEach((name, index) => addMonth(name, 'gregory', index + 1));

// Longest first, so that "ربيع الآخر" is not cut short and "jan" does not eat "january".
const monthPattern = new RegExp(
  `(?<![\\p{L}])(?:${[...months.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}])`,
  'u',
);

/** The first month name in a normalised text; `rest` is the text with U+0000 as its own word in the name's place. */
export function findMonth(normalised: string): { months: NamedMonth[]; rest: string } | null {
  const text = plain(normalised);
  const match = monthPattern.exec(text);
  const found = match && months.get(match[0]);
  if (!match || !found) return null;
  return { months: found, rest: `${text.slice(0, match.index)} \u0000 ${text.slice(match.index + match[0].length)}` };
}

/** Normalised week day in one word. */
export const weekdayWords = new Map<string, Weekday>(
  languages.flatMap((language) =>
    weekdayNames[language].map((name, index): [string, Weekday] => [
      normaliseText(name).replaceAll(' ', ''),
      index as Weekday,
    ]),
  ),
);
for (const [name, weekday] of [
  ['الإثنين', 1],
  ['اثنين', 1],
  ['احد', 0],
  ['sun', 0],
  ['mon', 1],
  ['tue', 2],
  ['wed', 3],
  ['thu', 4],
  ['fri', 5],
  ['sat', 6],
] as const)
  weekdayWords.set(normaliseText(name), weekday);

/** Era with its dots and spaces taken out. */
export const eraWords = new Map<string, CalendarName>();
for (const calendar of calendars)
  for (const language of languages)
    eraWords.set(normaliseText(eras[language][calendar]).replace(/[. ]/g, ''), calendar);
for (const [word, calendar] of [
  ['ad', 'gregory'],
  ['ميلادي', 'gregory'],
  ['هجري', 'islamic-umalqura'],
  ['قمري', 'islamic-umalqura'],
  ['هجري قمري', 'islamic-umalqura'],
  ['sh', 'persian'],
  ['شمسي', 'persian'],
  ['هجري شمسي', 'persian'],
  ['ق', 'islamic-umalqura'],
  ['ش', 'persian'],
] as const)
  eraWords.set(normaliseText(word).replaceAll(' ', ''), calendar);

// Dates of a column of a file: guesses in which calendar and order they are written, and reads them.
import { toLatinDigits } from '../digits.ts';
import { isoOfSerial } from './excel-serial.ts';
import { parseDate } from './parse-date.ts';
import type { CalendarName, Language } from './settings.ts';

/** How the dates of a column are written. `excel-serial` counts days since 1899-12-30. */
export type DateReading = CalendarName | 'gregory-month-first' | 'excel-serial';
export type DateRead = { value: string } | { fault: { code: string; params?: Record<string, unknown> } };

type Settings = { language: Language; calendar: CalendarName };

const order: readonly DateReading[] = ['gregory', 'islamic-umalqura', 'persian', 'excel-serial', 'gregory-month-first'];

/** The reading that understands most of the values; the organisation's own calendar where two understand the same. */
export function guessDates(samples: readonly string[], settings: Settings): DateReading {
  const own: DateReading = settings.calendar;
  // A year such as 1404 may be of two calendars: Persian readers mean the Solar Hijri one.
  const second = settings.language === 'fa' ? 'persian' : 'islamic-umalqura';
  const ordered = [...new Set<DateReading>([own, second, ...order])];
  let best: DateReading = own;
  let most = -1;
  for (const reading of ordered) {
    const understood = samples.filter((sample) => 'value' in readDate(sample, reading)).length;
    if (understood > most) [best, most] = [reading, understood];
  }
  return best;
}

/**
 * Of days that have just been, such as those of sales: the reading by which most of them lie in the year up to `today`. The same
 * signs may be a day of another calendar forty years ago: 1405/09/05 is in 2026 and in 1985.
 */
export function guessRecentDates(samples: readonly string[], settings: Settings, today: string): DateReading {
  const yearBefore = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  let best = guessDates(samples, settings);
  const recent = (reading: DateReading): number =>
    samples.filter((sample) => {
      const read = readDate(sample, reading);
      return 'value' in read && read.value >= yearBefore && read.value <= today;
    }).length;
  let most = recent(best);
  for (const reading of order) {
    const count = recent(reading);
    if (count > most) [best, most] = [reading, count];
  }
  return best;
}

/** "YYYY-MM-DD", or the fault in the kernel's own words. A time behind the day is passed over. */
export function readDate(text: string, reading: DateReading): DateRead {
  const plain = toLatinDigits(text)
    .replace(/(?<=\d)[T ]+\d{1,2}:\d\d(:\d\d)?(\.\d+)?\s*([ap]m|Z|[صم])?$/i, '')
    .trim();
  // What a spreadsheet stores as a day arrives as an ISO date, whatever the other cells of the column hold.
  if (reading === 'gregory' || reading === 'gregory-month-first' || reading === 'excel-serial') {
    const year = Number(plain.slice(0, 4));
    if (/^\d{4}-\d\d-\d\d$/.test(plain) && year >= 1800) return ofKernel(plain, 'gregory');
  }
  if (reading === 'excel-serial') {
    const iso = /^\d{1,6}(\.\d+)?$/.test(plain) ? isoOfSerial(Number(plain)) : null;
    return iso ? { value: iso } : { fault: { code: 'date-not-recognised' } };
  }
  if (reading === 'gregory-month-first') {
    const match = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(plain);
    return match
      ? ofKernel(`${match[4]}-${match[1]}-${match[3]}`, 'gregory')
      : { fault: { code: 'date-not-recognised' } };
  }
  return ofKernel(plain, reading);
}

/** A column has one calendar: a year of another one is a fault, not a date seven centuries away. */
function ofKernel(text: string, calendar: CalendarName): DateRead {
  const parsed = parseDate(text, { language: calendar === 'persian' ? 'fa' : 'ar', calendar });
  if (!parsed.ok) return { fault: { code: parsed.code.replace('.', '-'), params: parsed.params } };
  if (parsed.calendar !== calendar)
    return { fault: { code: 'date-other-calendar', params: { calendar: parsed.calendar } } };
  return { value: parsed.date };
}

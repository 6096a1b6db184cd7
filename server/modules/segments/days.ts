// Days by the Gregorian calendar, as the database keeps birth dates: some days on, or the same day years ago.
import { addDays, fromIsoDate, toIsoDate } from '#kernel/calendar/calendar-date.ts';
import type { IsoDate } from '#kernel/calendar/settings.ts';

export function addIsoDays(day: IsoDate, days: number): IsoDate {
  return toIsoDate(addDays(fromIsoDate(day, 'gregory'), days));
}

/** Whoever was born on this day or before has lived so many years. From a 29 February it is the 28th where that year has none. */
export function yearsBefore(day: IsoDate, years: number): IsoDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const then = year - years;
  const lastOfFebruary = new Date(Date.UTC(then, 2, 0)).getUTCDate();
  const valid = month === 2 ? Math.min(date, lastOfFebruary) : date;
  return `${String(then).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(valid).padStart(2, '0')}`;
}

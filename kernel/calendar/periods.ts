// Days, weeks, months and years of a person's own calendar as instants, so that reports group by the months people live in.
import { toZoned } from '@internationalized/date';
import {
  addDays,
  addMonths,
  calendarMomentAt,
  fromIsoDate,
  libraryDate,
  toIsoDate,
  type CalendarDate,
} from './calendar-date.ts';
import type { DateSettings, IsoDate } from './settings.ts';

export type PeriodUnit = 'day' | 'week' | 'month' | 'year';

type Settings = Pick<DateSettings, 'calendar' | 'timeZone' | 'weekStart'>;

/** From `start` (included) to `end` (not included). `first` is its first calendar day. */
export type Period = { start: Date; end: Date; first: CalendarDate };

/** The instant at which a day begins. Where clocks skip midnight (Cairo, Tehran to 2022), the first minute that exists. */
export function startOfDay(date: CalendarDate | IsoDate, timeZone: string): Date {
  // Gregorian first: @internationalized/date 3.12.4 compares the year of other calendars with Gregorian clock readings, finds
  // none valid, and is an hour off within a day of every clock change.
  const day = fromIsoDate(typeof date === 'string' ? date : toIsoDate(date), 'gregory');
  return toZoned(libraryDate(day), timeZone).toDate();
}

/** First calendar day of the period that holds `date`. */
export function firstDayOf(unit: PeriodUnit, date: CalendarDate, settings: Pick<Settings, 'weekStart'>): CalendarDate {
  if (unit === 'month') return { ...date, day: 1 };
  if (unit === 'year') return { ...date, month: 1, day: 1 };
  if (unit === 'day') return date;
  const weekday = new Date(`${toIsoDate(date)}T00:00:00Z`).getUTCDay();
  return addDays(date, -((weekday - settings.weekStart + 7) % 7));
}

function nextFirst(unit: PeriodUnit, first: CalendarDate): CalendarDate {
  if (unit === 'year') return { ...first, year: first.year + 1 };
  return unit === 'month' ? addMonths(first, 1) : addDays(first, unit === 'week' ? 7 : 1);
}

/** The period of the calendar of the settings, in their time zone, that holds the instant. */
export function periodAt(unit: PeriodUnit, instant: Date, settings: Settings): Period {
  const { calendar, year, month, day } = calendarMomentAt(instant, settings);
  return period(unit, firstDayOf(unit, { calendar, year, month, day }, settings), settings.timeZone);
}

/**
 * All periods that meet [from, to), in order, without gap or overlap: the first holds `from`, the last holds the instant
 * before `to`. Empty when `to` is not after `from`. Throws RangeError beyond 20,000 periods, which no chart can show.
 */
export function periodsBetween(unit: PeriodUnit, from: Date, to: Date, settings: Settings): Period[] {
  const periods: Period[] = [];
  if (to <= from) return periods;
  let current = periodAt(unit, from, settings);
  for (;;) {
    periods.push(current);
    if (current.end >= to) return periods;
    if (periods.length >= 20_000) throw new RangeError(`more than 20000 periods of a ${unit}`);
    current = period(unit, nextFirst(unit, current.first), settings.timeZone);
  }
}

function period(unit: PeriodUnit, first: CalendarDate, timeZone: string): Period {
  return { first, start: startOfDay(first, timeZone), end: startOfDay(nextFirst(unit, first), timeZone) };
}

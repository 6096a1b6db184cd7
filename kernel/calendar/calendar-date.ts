// A day in one of the three calendars: conversions to and from instants and ISO dates, and arithmetic in its own months.
import {
  CalendarDate as LibraryDate,
  fromDate,
  GregorianCalendar,
  IslamicUmalquraCalendar,
  parseDate as parseIso,
  PersianCalendar,
  toCalendar,
  type Calendar,
} from '@internationalized/date';
import type { CalendarName, DateSettings, IsoDate, Weekday } from './settings.ts';

/** Month and day count from 1. The Umm al-Qura tables cover 1300 to 1600; outside them the civil Islamic calendar answers. */
export type CalendarDate = { calendar: CalendarName; year: number; month: number; day: number };

/** A calendar day with the time of day that a clock on the wall shows there (24 hours). */
export type CalendarMoment = CalendarDate & { hour: number; minute: number; second: number; weekday: Weekday };

const calendars: Record<CalendarName, Calendar> = {
  gregory: new GregorianCalendar(),
  'islamic-umalqura': new IslamicUmalquraCalendar(),
  persian: new PersianCalendar(),
};

const plain = (date: LibraryDate, calendar: CalendarName): CalendarDate => ({
  calendar,
  year: date.year,
  month: date.month,
  day: date.day,
});

/** For the other files of this folder only: the library's own value for a day. Throws RangeError if there is no such day. */
export function libraryDate(date: CalendarDate): LibraryDate {
  const result = new LibraryDate(calendars[date.calendar], date.year, date.month, date.day);
  // The library silently moves 31 to 30; a caller who asks for a day that is not there has a bug.
  if (result.year !== date.year || result.month !== date.month || result.day !== date.day)
    throw new RangeError(`no day ${date.year}-${date.month}-${date.day} in ${date.calendar}`);
  return result;
}

/** What calendar and clock show at this instant in the time zone of the settings. */
export function calendarMomentAt(instant: Date, settings: Pick<DateSettings, 'calendar' | 'timeZone'>): CalendarMoment {
  const zoned = fromDate(instant, settings.timeZone);
  const iso = `${pad(zoned.year, 4)}-${pad(zoned.month)}-${pad(zoned.day)}`;
  const date = fromIsoDate(iso, settings.calendar);
  return { ...date, hour: zoned.hour, minute: zoned.minute, second: zoned.second, weekday: weekdayOf(iso) };
}

/** The Gregorian day it is at this instant in the time zone. */
export function isoDateAt(instant: Date, timeZone: string): IsoDate {
  return toIsoDate(calendarMomentAt(instant, { calendar: 'gregory', timeZone }));
}

/** "YYYY-MM-DD" of the same day. Throws RangeError for a day that does not exist (30 Shaban in a month of 29). */
export function toIsoDate(date: CalendarDate): IsoDate {
  const { year, month, day } = toCalendar(libraryDate(date), calendars.gregory);
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

/** The same day in another calendar. Throws when the text is not an existing Gregorian day. */
export function fromIsoDate(iso: IsoDate, calendar: CalendarName): CalendarDate {
  return plain(toCalendar(parseIso(iso), calendars[calendar]), calendar);
}

/** 28 to 31. */
export function daysInMonth(calendar: CalendarName, year: number, month: number): number {
  return calendars[calendar].getDaysInMonth(libraryDate({ calendar, year, month, day: 1 }));
}

/** 12 in all three calendars; asked for, not assumed, by whoever lays out a year. */
export function monthsInYear(calendar: CalendarName, year: number): number {
  return calendars[calendar].getMonthsInYear(libraryDate({ calendar, year, month: 1, day: 1 }));
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return plain(libraryDate(date).add({ days }), date.calendar);
}

/** Moves by months of the date's own calendar; a day the target month lacks becomes its last (31 → 30 or 29). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return plain(libraryDate(date).add({ months }), date.calendar);
}

/** 0 is Sunday. A day of the week is the same in every calendar. */
export function weekdayOf(iso: IsoDate): Weekday {
  return new Date(`${iso}T00:00:00Z`).getUTCDay() as Weekday;
}

export function isWeekend(iso: IsoDate, settings: Pick<DateSettings, 'weekendDays'>): boolean {
  return settings.weekendDays.includes(weekdayOf(iso));
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}

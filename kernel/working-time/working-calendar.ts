// The words of working time: what is open in an ordinary week, on which days it is otherwise, and what was closed once.
import type { CalendarName, IsoDate } from '../calendar/settings.ts';

/** Minutes since midnight by the clock on the wall, 0 to 1440. A span that goes on past midnight is two spans. */
export type Span = { from: number; until: number };

/** Spans of each day of the week, in order, without overlap; 0 is Sunday. A day without spans is closed. */
export type Week = readonly (readonly Span[])[];

/** A day of every year of its calendar. A month that lacks the day ends with its last one: 30 Ramadan is the 29th in some years. */
export type YearDay = { month: number; day: number };

/** Holidays, and periods with other hours such as Ramadan: days of one year or of every year of a calendar. */
export type Exception = {
  id: string;
  calendar: CalendarName;
  /** Of that calendar; null: every year. */
  year: number | null;
  from: YearDay;
  /** Included. Before `from` it is of the year after. */
  until: YearDay;
  /** Null: closed. */
  week: Week | null;
  /** What was announced for one year of the calendar (the moon was seen a day later): it replaces the days of that year. */
  declared: readonly { year: number; from: IsoDate; until: IsoDate }[];
};

/** Closed once, from one wall-clock moment ("2026-11-27T13:00") to another. */
export type Closure = { id: string; from: string; until: string };

/**
 * On a day that several exceptions meet, a closed one wins over special hours, and of special hours the first in the list.
 * Closures are taken from whatever is open.
 */
export type WorkingCalendar = {
  /** IANA name. */
  timeZone: string;
  week: Week;
  exceptions: readonly Exception[];
  closures: readonly Closure[];
};

// When a working calendar is open, as instants: what its days are in its time zone, with the days on which clocks change.
import { startOfDay } from '../calendar/periods.ts';
import { offsetAt } from '../calendar/offset.ts';
import type { IsoDate } from '../calendar/settings.ts';
import { calendarDays, type DayHours } from './calendar-days.ts';
import type { Span, WorkingCalendar } from './working-calendar.ts';

/** Milliseconds since 1970, the end not included. */
export type Interval = { from: number; until: number };

/** A calendar day in the calendar's time zone: 23 to 25 hours. */
export type OpenDay = {
  date: IsoDate;
  hours: DayHours;
  begins: number;
  ends: number;
  open: readonly Interval[];
  /** Of all that is open. */
  openMs: number;
};

export type OpenTime = {
  dayAt(instantMs: number): OpenDay;
  dayAfter(day: OpenDay): OpenDay;
};

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** Days are worked out once: an open time is made for a calendar and asked many times. */
export function openTime(calendar: WorkingCalendar): OpenTime {
  const { timeZone } = calendar;
  const days = calendarDays(calendar);
  /** By days since 1970. */
  const known = new Map<number, OpenDay>();

  function day(number: number): OpenDay {
    const there = known.get(number);
    if (there) return there;
    const date = isoOf(number);
    const begins = startOfDay(date, timeZone).getTime();
    const ends = startOfDay(isoOf(number + 1), timeZone).getTime();
    const hours = days.hoursOf(date);
    const at = wallClock(number * dayMs, begins, ends, timeZone);
    const open = hours.spans.map((span) => intervalOf(span, at)).filter(({ from, until }) => from < until);
    const openMs = open.reduce((sum, { from, until }) => sum + until - from, 0);
    const made = { date, hours, begins, ends, open, openMs };
    known.set(number, made);
    return made;
  }

  function dayAt(instantMs: number): OpenDay {
    let number = Math.floor(instantMs / dayMs);
    while (instantMs < day(number).begins) number -= 1;
    while (instantMs >= day(number).ends) number += 1;
    return day(number);
  }
  return { dayAt, dayAfter: ({ ends }) => dayAt(ends) };
}

const isoOf = (number: number): IsoDate => new Date(number * dayMs).toISOString().slice(0, 10);

type WallClock = { first: (minute: number) => number; last: (minute: number) => number };

/**
 * The instants of a day at which its clock first shows a minute or later, and last showed one before it. On most days that is the
 * same; where clocks go forward the minutes that are skipped are none, and where they go back the repeated ones count twice.
 */
function wallClock(midnightMs: number, begins: number, ends: number, timeZone: string): WallClock {
  const before = offsetAt(begins, timeZone);
  const after = offsetAt(ends - 1, timeZone);
  const within = (instant: number): number => Math.min(Math.max(instant, begins), ends);
  const shown = (minute: number, offset: number): number => midnightMs + minute * minuteMs - offset;
  if (before === after) {
    const only = (minute: number): number => within(shown(minute, before));
    return { first: only, last: only };
  }
  const change = changeOf(begins, ends, before, timeZone);
  return {
    first: (minute) =>
      within(shown(minute, before) < change ? shown(minute, before) : Math.max(shown(minute, after), change)),
    last: (minute) =>
      within(shown(minute, after) > change ? shown(minute, after) : Math.min(shown(minute, before), change)),
  };
}

/** The first instant of the day with another offset than its first one. */
function changeOf(begins: number, ends: number, before: number, timeZone: string): number {
  let [same, other] = [begins, ends - 1];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (offsetAt(middle, timeZone) === before) same = middle;
    else other = middle;
  }
  return other;
}

const intervalOf = ({ from, until }: Span, { first, last }: WallClock): Interval => ({
  from: first(from),
  until: last(until),
});

// What a form of a working calendar begins with: what is saved, or an ordinary office week; and what new entries begin with.
import { v7 as uuidv7 } from 'uuid';
import type { WorkingCalendarInput } from '#contract/service-levels.ts';
import { fromIsoDate } from '#kernel/calendar/calendar-date.ts';
import type { DateSettings, IsoDate } from '#kernel/calendar/settings.ts';
import type { Span, Week } from '#kernel/working-time/working-calendar.ts';
import type { Calendar, Closure, Exception } from './use-calendars.ts';

const officeDay: Span = { from: 8 * 60, until: 16 * 60 };
const endOfDay = 24 * 60;

export function entryOf({ name, timeZone, week, exceptions, closures }: Calendar): WorkingCalendarInput {
  return { name, timeZone, week, exceptions, closures };
}

export function freshCalendar({ timeZone, weekendDays }: DateSettings): WorkingCalendarInput {
  const free: readonly number[] = weekendDays;
  const week = Array.from({ length: 7 }, (_, day) => (free.includes(day) ? [] : [officeDay]));
  return { name: {}, timeZone, week, exceptions: [], closures: [] };
}

/** After an hour of rest, or an office day where nothing is open yet; null when the day is full. */
export function nextSpan(spans: readonly Span[]): Span | null {
  const last = spans.at(-1);
  if (!last) return officeDay;
  const from = last.until + 60;
  return from < endOfDay ? { from, until: Math.min(from + 3 * 60, endOfDay) } : null;
}

export function freshException(today: IsoDate, { calendar }: DateSettings): Exception {
  const { month, day } = fromIsoDate(today, calendar);
  return {
    id: uuidv7(),
    name: {},
    calendar,
    year: null,
    from: { month, day },
    until: { month, day },
    week: null,
    declared: [],
  };
}

export function freshClosure(today: IsoDate): Closure {
  return { id: uuidv7(), name: {}, from: `${today}T08:00`, until: `${today}T16:00` };
}

/** A copy: the hours of a period are changed without those of the ordinary week. */
export function copyOfWeek(week: Week): Span[][] {
  return week.map((spans) => spans.map((span) => ({ ...span })));
}

/** Spans of each day from the earliest on, as the server wants them, whatever order they were written in. */
export function inOrder(input: WorkingCalendarInput): WorkingCalendarInput {
  const sorted = (week: Week): Span[][] => week.map((spans) => spans.toSorted((one, other) => one.from - other.from));
  return {
    ...input,
    week: sorted(input.week),
    exceptions: input.exceptions.map((one) => ({ ...one, week: one.week && sorted(one.week) })),
  };
}

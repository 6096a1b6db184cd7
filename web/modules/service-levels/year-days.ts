// A year of the reader's own calendar, month by month: how each day looks and what decides it. Works without the server.
import { daysInMonth, monthsInYear, toIsoDate, weekdayOf } from '#kernel/calendar/calendar-date.ts';
import type { CalendarName, IsoDate, Weekday } from '#kernel/calendar/settings.ts';
import { calendarDays, type DayHours } from '#kernel/working-time/calendar-days.ts';
import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';

/** Closed: by the hours that hold on it. Closure: something was taken from the day that would be open. */
export type Look = 'open' | 'closed' | 'special' | 'holiday' | 'closure';
export const looks: readonly Look[] = ['open', 'closed', 'special', 'holiday', 'closure'];

export type Day = { date: IsoDate; day: number; look: Look; hours: DayHours };
/** `before`: columns that stay empty before the first day. */
export type Month = { month: number; before: number; days: readonly Day[] };

export function monthsOfYear(
  calendar: WorkingCalendar,
  year: number,
  reader: { calendar: CalendarName; weekStart: Weekday },
): Month[] {
  const { hoursOf } = calendarDays(calendar);
  const closures = new Set(calendar.closures.map(({ id }) => id));
  return Array.from({ length: monthsInYear(reader.calendar, year) }, (_, index) => {
    const month = index + 1;
    const days = Array.from({ length: daysInMonth(reader.calendar, year, month) }, (__, at): Day => {
      const date = toIsoDate({ calendar: reader.calendar, year, month, day: at + 1 });
      const hours = hoursOf(date);
      return { date, day: at + 1, hours, look: lookOf(hours, closures) };
    });
    return { month, before: (weekdayOf(days[0]!.date) - reader.weekStart + 7) % 7, days };
  });
}

function lookOf({ kind, spans, why }: DayHours, closures: ReadonlySet<string>): Look {
  if (kind === 'holiday') return 'holiday';
  if (why.some((id) => closures.has(id))) return 'closure';
  if (spans.length === 0) return 'closed';
  return kind === 'special' ? 'special' : 'open';
}

export function countLooks(months: readonly Month[]): Record<Look, number> {
  const counts: Record<Look, number> = { open: 0, closed: 0, special: 0, holiday: 0, closure: 0 };
  for (const { days } of months) for (const { look } of days) counts[look] += 1;
  return counts;
}

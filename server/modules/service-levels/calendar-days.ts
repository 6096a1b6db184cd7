// What a working calendar says of each day of a period: what is open, and why.
import type { LocaleText } from '#contract/common.ts';
import type { CalendarDay } from '#contract/service-levels.ts';
import { addDays, fromIsoDate, toIsoDate } from '#kernel/calendar/calendar-date.ts';
import type { IsoDate } from '#kernel/calendar/settings.ts';
import { calendarDays as daysOf } from '#kernel/working-time/calendar-days.ts';
import type { Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { getCalendar } from './get-calendar.ts';

/** A year of any calendar, with the weeks around it that a page of months shows. */
const mostDays = 400;
/** Where all three calendars have years to compute in. */
const years = { first: '1900-01-01', last: '2199-12-31' };
const dayMs = 86_400_000;

/** Both ends included. Throws `working-calendar.not-found`, `request.invalid`. */
export async function calendarDays(
  ctx: Context,
  { id, from, until }: { id: string; from: IsoDate; until: IsoDate },
): Promise<{ days: CalendarDay[] }> {
  if (from < years.first || from > years.last) throw invalidField('from', 'day-out-of-range', years);
  if (until < from) throw invalidField('until', 'before-from');
  const count = (Date.parse(until) - Date.parse(from)) / dayMs + 1;
  if (count > mostDays) throw invalidField('until', 'too-many-days', { most: mostDays });
  const calendar = await getCalendar(ctx, id);
  const names = new Map<string, LocaleText>(
    [...calendar.exceptions, ...calendar.closures].map((one) => [one.id, one.name]),
  );
  const { hoursOf } = daysOf(calendar);
  const first = fromIsoDate(from, 'gregory');
  const days = Array.from({ length: count }, (_, index): CalendarDay => {
    const date = toIsoDate(addDays(first, index));
    const { kind, spans, why } = hoursOf(date);
    return { date, spans: [...spans], kind, why: why.flatMap((one) => names.get(one) ?? []) };
  });
  return { days };
}

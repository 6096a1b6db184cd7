// What makes a working calendar lawful: spans in order, days that exist, announcements of the right year. Pure; each fault names its field.
import type { CalendarException, Closure, Span, Week, WorkingCalendarInput } from '#contract/service-levels.ts';
import { fromIsoDate } from '#kernel/calendar/calendar-date.ts';
import type { CalendarName } from '#kernel/calendar/settings.ts';
import { isTimeZone } from '#modules/organisation/index.ts';
import type { FieldFault } from '#platform/errors.ts';

/** Days of each month where it is longest; in years in which it is shorter the last day is taken. */
const longest: Record<CalendarName, readonly number[]> = {
  gregory: [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31],
  'islamic-umalqura': Array.from({ length: 12 }, () => 30),
  persian: [31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 30],
};

export function checkCalendar(calendar: WorkingCalendarInput): FieldFault[] {
  const { name, timeZone, week, exceptions, closures } = calendar;
  return [
    ...nameFaults(name, 'name'),
    ...(isTimeZone(timeZone) ? [] : [{ field: 'timeZone', code: 'unknown-time-zone' }]),
    ...weekFaults(week, 'week'),
    ...exceptions.flatMap((exception, index) => exceptionFaults(exception, `exceptions.${index}`)),
    ...closures.flatMap((closure, index) => closureFaults(closure, `closures.${index}`)),
    ...idFaults(exceptions, closures),
  ];
}

const nameFaults = (name: object, field: string): FieldFault[] =>
  Object.keys(name).length === 0 ? [{ field, code: 'required' }] : [];

function weekFaults(week: Week, path: string): FieldFault[] {
  return week.flatMap((spans, day) =>
    spans.flatMap((span, index) => {
      const code = spanFault(span, spans.slice(0, index));
      return code ? [{ field: `${path}.${day}.${index}`, code }] : [];
    }),
  );
}

function spanFault(span: Span, earlier: readonly Span[]): string | null {
  if (span.until <= span.from) return 'span-empty';
  if (earlier.some((one) => one.from < span.until && span.from < one.until)) return 'span-overlaps';
  return earlier.some((one) => one.from > span.from) ? 'span-unordered' : null;
}

function exceptionFaults(exception: CalendarException, path: string): FieldFault[] {
  const { calendar, year, week, declared } = exception;
  const dayFaults = (['from', 'until'] as const).flatMap((end): FieldFault[] => {
    const { month, day } = exception[end];
    const most = longest[calendar][month - 1] ?? 0;
    return day > most ? [{ field: `${path}.${end}`, code: 'day-never-there', params: { most } }] : [];
  });
  const declaredFaults = declared.flatMap((one, index): FieldFault[] => {
    const at = `${path}.declared.${index}`;
    if (year !== null && one.year !== year) return [{ field: `${at}.year`, code: 'declared-other-year' }];
    if (declared.findIndex((other) => other.year === one.year) < index)
      return [{ field: `${at}.year`, code: 'declared-twice' }];
    if (one.until < one.from) return [{ field: `${at}.until`, code: 'before-from' }];
    // What lies further away belongs to another year, and is looked for in none.
    const far = (['from', 'until'] as const).find(
      (end) => Math.abs(fromIsoDate(one[end], calendar).year - one.year) > 1,
    );
    return far ? [{ field: `${at}.${far}`, code: 'declared-far-from-year' }] : [];
  });
  return [
    ...nameFaults(exception.name, `${path}.name`),
    ...dayFaults,
    ...(week ? weekFaults(week, `${path}.week`) : []),
    ...declaredFaults,
  ];
}

function closureFaults({ name, from, until }: Closure, path: string): FieldFault[] {
  const unreal = [
    ...(isMoment(from) ? [] : [{ field: `${path}.from`, code: 'no-such-moment' }]),
    ...(isMoment(until) ? [] : [{ field: `${path}.until`, code: 'no-such-moment' }]),
  ];
  const order = unreal.length === 0 && until <= from ? [{ field: `${path}.until`, code: 'not-after-from' }] : [];
  return [...nameFaults(name, `${path}.name`), ...unreal, ...order];
}

/** "2026-02-30T10:00" looks like a moment and is none. Midnight at the end of a day is 00:00 of the next. */
function isMoment(moment: string): boolean {
  const time = Date.parse(`${moment}Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(moment);
}

/** One id, one thing: days say by it why they are as they are. */
function idFaults(exceptions: readonly { id: string }[], closures: readonly { id: string }[]): FieldFault[] {
  const known = new Set<string>();
  const fault = ({ id }: { id: string }, field: string): FieldFault[] => {
    if (known.has(id)) return [{ field, code: 'id-twice' }];
    known.add(id);
    return [];
  };
  return [
    ...exceptions.flatMap((one, index) => fault(one, `exceptions.${index}.id`)),
    ...closures.flatMap((one, index) => fault(one, `closures.${index}.id`)),
  ];
}

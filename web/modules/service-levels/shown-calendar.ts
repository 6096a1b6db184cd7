// The calendar as it can be shown while it is being written: what is not yet complete is left out.
import type { WorkingCalendarInput } from '#contract/service-levels.ts';
import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';

type Typed = WorkingCalendarInput;

export function shownCalendar({ timeZone, week, exceptions, closures }: Typed): WorkingCalendar {
  return {
    timeZone,
    week: whole(week),
    exceptions: exceptions
      .filter(({ year }) => year === null || isYear(year))
      .map((one) => ({
        ...one,
        week: one.week && whole(one.week),
        declared: one.declared.filter(({ year, from, until }) => isYear(year) && from && until && from <= until),
      })),
    closures: closures.filter(({ from, until }) => from && until && from < until),
  };
}

function whole(week: Typed['week']): Typed['week'] {
  return week.map((spans) =>
    spans.filter(({ from, until }) => from < until).toSorted((one, other) => one.from - other.from),
  );
}

function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= 1 && year <= 9998;
}

// What a working calendar says of one day: its spans by the clock on the wall, and which exceptions and closures decide.
import { daysInMonth, fromIsoDate, toIsoDate, weekdayOf } from '../calendar/calendar-date.ts';
import type { CalendarName, IsoDate } from '../calendar/settings.ts';
import type { Exception, Span, WorkingCalendar, YearDay } from './working-calendar.ts';

/** `why`: ids of the exception that decides and of closures that take from it. */
export type DayHours = { kind: 'ordinary' | 'special' | 'holiday'; spans: readonly Span[]; why: readonly string[] };

export type CalendarDays = {
  /** The same object for the same day. */
  hoursOf(date: IsoDate): DayHours;
};

const minutesInDay = 1440;

/** Days are worked out once and kept: a calendar is asked for the same days again and again. */
export function calendarDays(calendar: WorkingCalendar): CalendarDays {
  const known = new Map<IsoDate, DayHours>();
  const occurs = calendar.exceptions.map((exception) => ({ exception, meets: occurrence(exception) }));
  return {
    hoursOf(date) {
      let hours = known.get(date);
      if (!hours) known.set(date, (hours = withoutClosures(calendar, date, openHours(date))));
      return hours;
    },
  };

  function openHours(date: IsoDate): DayHours {
    const meeting = occurs.filter(({ meets }) => meets(date)).map(({ exception }) => exception);
    const decides = meeting.find(({ week }) => week === null) ?? meeting[0];
    const week = decides ? decides.week : calendar.week;
    return {
      kind: decides ? (decides.week ? 'special' : 'holiday') : 'ordinary',
      spans: week?.[weekdayOf(date)] ?? [],
      why: decides ? [decides.id] : [],
    };
  }
}

function withoutClosures({ closures }: WorkingCalendar, date: IsoDate, hours: DayHours): DayHours {
  let { spans, why } = hours;
  for (const { id, from, until } of closures) {
    const [begins, ends] = [minuteOn(date, from), minuteOn(date, until)];
    if (!spans.some((span) => span.from < ends && begins < span.until)) continue;
    why = [...why, id];
    spans = spans.flatMap((span) =>
      [
        { from: span.from, until: Math.min(span.until, begins) },
        { from: Math.max(span.from, ends), until: span.until },
      ].filter((part) => part.from < part.until),
    );
  }
  return { ...hours, spans, why };
}

/** Where on that day a wall-clock moment is: 0 when before it, 1440 when after it. */
function minuteOn(date: IsoDate, moment: string): number {
  const [day = '', time = ''] = moment.split('T');
  if (day !== date) return day < date ? 0 : minutesInDay;
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Whether a day is among those of the exception. The ends of each year of its calendar are worked out once. */
function occurrence(exception: Exception): (date: IsoDate) => boolean {
  const ends = new Map<number, { from: IsoDate; until: IsoDate } | null>();
  const inYear = (year: number): { from: IsoDate; until: IsoDate } | null => {
    let days = ends.get(year);
    if (days === undefined) ends.set(year, (days = daysOfYear(exception, year)));
    return days;
  };
  return (date) => {
    const { year } = fromIsoDate(date, exception.calendar);
    // What began in the year before may go on, and what was announced may lie in the year beside its own.
    return [year - 1, year, year + 1].some((one) => {
      const days = inYear(one);
      return days !== null && days.from <= date && date <= days.until;
    });
  };
}

/** First and last day of the exception that begins in this year of its calendar; null where it is of another year. */
export function daysOfYear(exception: Exception, year: number): { from: IsoDate; until: IsoDate } | null {
  if (exception.year !== null && exception.year !== year) return null;
  const declared = exception.declared.find((one) => one.year === year);
  if (declared) return { from: declared.from, until: declared.until };
  const { calendar, from, until } = exception;
  const goesOn = until.month < from.month || (until.month === from.month && until.day < from.day);
  return { from: dayOf(calendar, year, from), until: dayOf(calendar, goesOn ? year + 1 : year, until) };
}

/** A day that the month lacks is its last one. */
function dayOf(calendar: CalendarName, year: number, { month, day }: YearDay): IsoDate {
  return toIsoDate({ calendar, year, month, day: Math.min(day, daysInMonth(calendar, year, month)) });
}

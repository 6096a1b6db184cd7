// What the API says about service levels. So far: working calendars, that is what is open when and why.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { CalendarName, Id, IdParam, Instant, IsoDate, Line, LocaleText, Nothing } from './common.ts';

/** Minutes since midnight by the clock on the wall; 1440 is the end of the day. */
const Minute = z.int().min(0).max(1440);
export const Span = z.object({ from: Minute, until: Minute });
export type Span = z.infer<typeof Span>;
/** Spans of each day of the week; the first is Sunday. A day without spans is closed. */
export const Week = z.array(z.array(Span).max(8)).length(7);
export type Week = z.infer<typeof Week>;

const YearDay = z.object({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) });

/** A holiday (`week` null: closed), or a period with other hours, on days of one year or of every year of its calendar. */
export const CalendarException = z.object({
  id: Id,
  name: LocaleText,
  calendar: CalendarName,
  year: z.int().min(1).max(9999).nullable(),
  from: YearDay,
  /** Included; before `from` it is of the year after. */
  until: YearDay,
  week: Week.nullable(),
  /** Announced days of one year of the calendar, instead of the computed ones: a moon that was seen a day later. */
  declared: z.array(z.object({ year: z.int().min(1).max(9999), from: IsoDate, until: IsoDate })).max(60),
});
export type CalendarException = z.infer<typeof CalendarException>;

/** A moment by the clock on the wall of the calendar's time zone. */
const WallMoment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
export const Closure = z.object({ id: Id, name: LocaleText, from: WallMoment, until: WallMoment });
export type Closure = z.infer<typeof Closure>;

const calendarFields = {
  name: LocaleText,
  /** IANA name, such as "Asia/Riyadh". */
  timeZone: z.string().min(1).max(60),
  week: Week,
  exceptions: z.array(CalendarException).max(200),
  closures: z.array(Closure).max(500),
};
export const WorkingCalendarInput = z.object(calendarFields);
export type WorkingCalendarInput = z.infer<typeof WorkingCalendarInput>;

export const WorkingCalendar = z.object({
  id: Id,
  /** Rises with each change; a change names the one it was made from. */
  version: z.int(),
  ...calendarFields,
  /** The one that holds where no other is named. */
  isDefault: z.boolean(),
  changedAt: Instant,
  changedBy: Line.nullable(),
});
export type WorkingCalendar = z.infer<typeof WorkingCalendar>;

/** One day of the year as it is: what is open, and why it is not as in an ordinary week. */
export const CalendarDay = z.object({
  date: IsoDate,
  spans: z.array(Span),
  /** Names of the exception that decides, and of closures that take from it. */
  why: z.array(LocaleText),
  /** Ordinary, special hours, or a holiday; a closed day of the ordinary week is `ordinary` without spans. */
  kind: z.enum(['ordinary', 'special', 'holiday']),
});
export type CalendarDay = z.infer<typeof CalendarDay>;

/** Days become exceptions, spans of hours closures; `leftOut` says of what was not understood which rule. */
export const IcsReading = z.object({
  exceptions: z.array(CalendarException),
  closures: z.array(Closure),
  leftOut: z.array(z.object({ summary: z.string(), why: z.enum(['no-date', 'recurrence', 'too-many']) })),
});
export type IcsReading = z.infer<typeof IcsReading>;

const tag = oc.route({ tags: ['service-levels'] });

export const serviceLevelsContract = {
  listCalendars: tag
    .route({ method: 'GET', path: '/working-calendars', summary: 'Working calendars' })
    .input(Nothing)
    .output(z.object({ items: z.array(WorkingCalendar) })),
  createCalendar: tag
    .route({ method: 'POST', path: '/working-calendars', summary: 'Make a working calendar', successStatus: 201 })
    .input(WorkingCalendarInput)
    .output(WorkingCalendar),
  getCalendar: tag
    .route({ method: 'GET', path: '/working-calendars/{id}', summary: 'A working calendar' })
    .input(IdParam)
    .output(WorkingCalendar),
  changeCalendar: tag
    .route({ method: 'PUT', path: '/working-calendars/{id}', summary: 'Change a working calendar' })
    .input(WorkingCalendarInput.extend({ id: Id, version: z.int() }))
    .output(WorkingCalendar),
  removeCalendar: tag
    .route({ method: 'DELETE', path: '/working-calendars/{id}', summary: 'Remove a working calendar' })
    .input(IdParam)
    .output(Nothing),
  makeDefault: tag
    .route({ method: 'PUT', path: '/working-calendars/{id}/default', summary: 'Use it where no other is named' })
    .input(IdParam)
    .output(WorkingCalendar),
  /** At most 400 days, both ends included. */
  calendarDays: tag
    .route({ method: 'GET', path: '/working-calendars/{id}/days', summary: 'What is open on which day, and why' })
    .input(IdParam.extend({ from: IsoDate, until: IsoDate }))
    .output(z.object({ days: z.array(CalendarDay) })),
  /** Nothing is kept: whoever reads the file chooses what of it becomes part of a calendar. */
  readIcs: tag
    .route({ method: 'POST', path: '/working-calendars/ics-reading', summary: 'What an iCalendar file holds' })
    .input(z.object({ text: z.string().min(1).max(700_000), timeZone: z.string().min(1).max(60) }))
    .output(IcsReading),
  exportIcs: tag
    .route({
      method: 'GET',
      path: '/working-calendars/{id}/ics',
      summary: 'Holidays and closures as an iCalendar file',
    })
    .input(IdParam.extend({ from: IsoDate, until: IsoDate }))
    .output(z.object({ text: z.string() })),
};

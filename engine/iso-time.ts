// Reads moments, lengths and repetitions of ISO 8601 as timers have them: by the same patterns when a diagram is checked and when it runs.
import type { TimerDefinition } from './definition.ts';
import type { FaultCode } from './fault-codes.ts';

/** As it is written: a day, the time of day if it is said, and its zone if that is. */
export interface WrittenMoment {
  readonly day: string;
  readonly time?: string;
  readonly zone?: string;
}

const MOMENT = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:\d\d)?)?$/;

/** Nothing for a day or a time that no calendar and no clock shows. */
export function readMoment(text: string): WrittenMoment | undefined {
  const [, day, time, zone] = MOMENT.exec(text.trim()) ?? [];
  if (day === undefined || Number.isNaN(Date.parse(`${day}T${time ?? '00:00'}${zone ?? 'Z'}`))) return undefined;
  // Date.parse takes 31 April for 1 May, and 24:00 for the next day.
  if (!new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) || time?.startsWith('24')) return undefined;
  return { day, ...(time !== undefined && { time }), ...(zone !== undefined && { zone }) };
}

export interface WrittenLength {
  readonly months: number;
  readonly days: number;
  readonly minutes: number;
  readonly seconds: number;
}

const LENGTH =
  /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Whatever is longer ends after the years that are written with four digits. */
const LONGEST_DAYS = 366_000;

export function readLength(text: string): WrittenLength | undefined {
  const parts = LENGTH.exec(text.trim());
  if (!parts) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const length = { months: years * 12 + months, days: weeks * 7 + days, minutes: hours * 60 + minutes, seconds };
  const inDays = length.months * 30.5 + length.days + length.minutes / 1440 + seconds / 86_400;
  return inDays <= LONGEST_DAYS ? length : undefined;
}

export const isNothing = ({ months, days, minutes, seconds }: WrittenLength): boolean =>
  months + days + minutes + seconds === 0;

/** No calendar of working hours says how long a month of work is, and none opens to the second. */
export const isOfWorkingTime = (length: WrittenLength): boolean =>
  length.months === 0 && length.seconds === 0 && !isNothing(length);

export interface WrittenCycle {
  /** How often; not said: without end. */
  readonly times?: number;
  /** The first time; not said: one length from now. */
  readonly from?: string;
  readonly length: string;
}

/** `R3/PT1H`, `R/PT1H`, `R3/2026-12-01T09:00:00Z/P1D`. */
export function readCycle(text: string): WrittenCycle | undefined {
  const [repeat = '', ...rest] = text.trim().split('/');
  const times = /^R(\d*)$/.exec(repeat)?.[1];
  const length = rest.at(-1);
  if (times === undefined || (times !== '' && Number(times) === 0) || length === undefined || rest.length > 2)
    return undefined;
  const read = readLength(length);
  // What counts nothing would repeat without end at the same moment.
  if (!read || isNothing(read) || (rest.length === 2 && !readMoment(rest[0]!))) return undefined;
  return { length, ...(times !== '' && { times: Number(times) }), ...(rest.length === 2 && { from: rest[0]! }) };
}

/** What keeps a timer that is written as a text from being reckoned when its moment comes. */
export function faultOfTimer(kind: TimerDefinition['kind'], text: string, workingTime: boolean): FaultCode | undefined {
  if (kind === 'date') return readMoment(text) ? undefined : 'timer-not-understood';
  const words = kind === 'cycle' ? readCycle(text)?.length : text;
  const length = words === undefined ? undefined : readLength(words);
  if (!length || isNothing(length)) return 'timer-not-understood';
  return workingTime && !isOfWorkingTime(length) ? 'timer-not-working-time' : undefined;
}

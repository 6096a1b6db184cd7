// Due times: from a moment, so much working or calendar time on, not counting what was paused; and how that came about, day by day.
import type { IsoDate } from '../calendar/settings.ts';
import type { DayHours } from './calendar-days.ts';
import type { Interval, OpenTime } from './open-time.ts';

/**
 * `working-minutes`: while the calendar is open. `working-days`: to the close of so many days that are open, the day it begins on
 * not counted. `minutes`: by the clock. `days`: to the end of so many days, the day it begins on not counted.
 */
export type Target = { amount: number; unit: 'working-minutes' | 'working-days' | 'minutes' | 'days' };

/** Instants in milliseconds; `until` null: it still lasts. */
export type Pause = { from: number; until: number | null };

/** What one day gave: `openMs` from the start on, of which `pausedMs` were paused and `countedMs` went by until the due time. */
export type DerivedDay = {
  date: IsoDate;
  kind: DayHours['kind'];
  /** Ids of exceptions and closures of the calendar. */
  why: readonly string[];
  openMs: number;
  pausedMs: number;
  countedMs: number;
};

/** The due time in milliseconds, `paused` while a pause without an end stops the clock, or `unreachable`: the calendar hardly opens. */
export type Due = number | 'paused' | 'unreachable';

/** A calendar that is closed for so many days in a row has no due times. */
const mostClosedDays = 3_700;
const minuteMs = 60_000;

/** `amount` is a whole number of 1 or more. Pauses may come in any order and overlap. */
export function dueTime(open: OpenTime, start: number, target: Target, pauses: readonly Pause[] = []): Due {
  return derived(open, start, target, pauses, null);
}

/** The same with what each day gave, from the day of the start to that of the due time, or to the last one that was looked at. */
export function explainedDueTime(
  open: OpenTime,
  start: number,
  target: Target,
  pauses: readonly Pause[] = [],
): { due: Due; days: DerivedDay[] } {
  const days: DerivedDay[] = [];
  return { due: derived(open, start, target, pauses, days), days };
}

function derived(
  open: OpenTime,
  start: number,
  target: Target,
  pauses: readonly Pause[],
  days: DerivedDay[] | null,
): Due {
  const byClock = target.unit === 'minutes' || target.unit === 'days';
  const wanted = wantedMs(open, start, target);
  if (wanted === null) return 'unreachable';
  return advance(open, start, wanted, merged(pauses, start), byClock, days);
}

/** The target as time that has to go by. Null where it never does. */
function wantedMs(open: OpenTime, start: number, { amount, unit }: Target): number | null {
  if (unit === 'working-minutes' || unit === 'minutes') return amount * minuteMs;
  let day = open.dayAt(start);
  if (unit === 'days') {
    for (let count = 0; count < amount; count += 1) day = open.dayAfter(day);
    return day.ends - start;
  }
  let wanted = openMsFrom(day.open, start);
  let closed = 0;
  for (let count = 0; count < amount;) {
    day = open.dayAfter(day);
    closed = day.openMs > 0 ? 0 : closed + 1;
    if (closed > mostClosedDays) return null;
    if (day.openMs > 0) count += 1;
    wanted += day.openMs;
  }
  return wanted;
}

/** Goes on from `start` until `wanted` milliseconds of open time have gone by outside of the pauses. */
function advance(
  open: OpenTime,
  start: number,
  wanted: number,
  pauses: readonly Interval[],
  byClock: boolean,
  days: DerivedDay[] | null,
): Due {
  let left = wanted;
  let closed = 0;
  for (let day = open.dayAt(start); ; day = open.dayAfter(day)) {
    const intervals = byClock ? [{ from: day.begins, until: day.ends }] : day.open;
    let counted = 0;
    let paused = 0;
    let due: number | null = null;
    for (const interval of intervals) {
      const from = Math.max(interval.from, start);
      if (from >= interval.until) continue;
      const free = pauses.length === 0 ? [{ from, until: interval.until }] : without(from, interval.until, pauses);
      const open = free.reduce((sum, part) => sum + part.until - part.from, 0);
      paused += interval.until - from - open;
      for (const part of free) {
        const length = part.until - part.from;
        if (length < left) {
          left -= length;
          counted += length;
          continue;
        }
        due = part.from + left;
        counted += left;
        break;
      }
      if (due !== null) break;
    }
    const { date, hours } = day;
    const openMs = byClock ? day.ends - Math.max(day.begins, start) : openMsFrom(day.open, start);
    days?.push({ date, kind: hours.kind, why: hours.why, openMs, pausedMs: paused, countedMs: counted });
    if (due !== null) return due;
    if (pauses.at(-1)?.until === Number.POSITIVE_INFINITY && day.ends > pauses.at(-1)!.from) return 'paused';
    closed = openMs > 0 ? 0 : closed + 1;
    if (closed > mostClosedDays) return 'unreachable';
  }
}

function openMsFrom(intervals: readonly Interval[], start: number): number {
  let sum = 0;
  for (const { from, until } of intervals) if (until > start) sum += until - Math.max(from, start);
  return sum;
}

/** Pauses after `start`, in order and without overlap; one that still lasts ends at infinity. */
function merged(pauses: readonly Pause[], start: number): Interval[] {
  const sorted = pauses
    .map(({ from, until }) => ({ from: Math.max(from, start), until: until ?? Number.POSITIVE_INFINITY }))
    .filter(({ from, until }) => from < until)
    .toSorted((a, b) => a.from - b.from);
  const result: Interval[] = [];
  for (const pause of sorted) {
    const last = result.at(-1);
    if (last && pause.from <= last.until) last.until = Math.max(last.until, pause.until);
    else result.push({ ...pause });
  }
  return result;
}

/** What of [from, until) is in none of the pauses. */
function without(from: number, until: number, pauses: readonly Interval[]): Interval[] {
  const parts: Interval[] = [];
  let at = from;
  for (const pause of pauses) {
    if (pause.until <= at) continue;
    if (pause.from >= until) break;
    if (pause.from > at) parts.push({ from: at, until: pause.from });
    at = Math.max(at, pause.until);
  }
  if (at < until) parts.push({ from: at, until });
  return parts;
}

/** Open time between two instants outside of the pauses, in milliseconds: what a clock shows that runs by this calendar. */
export function openMsBetween(open: OpenTime, from: number, until: number, pauses: readonly Pause[] = []): number {
  const stops = merged(pauses, from);
  let sum = 0;
  for (let day = open.dayAt(from); day.begins < until; day = open.dayAfter(day))
    for (const interval of day.open) {
      const [begins, ends] = [Math.max(interval.from, from), Math.min(interval.until, until)];
      if (begins < ends) for (const part of without(begins, ends, stops)) sum += part.until - part.from;
    }
  return sum;
}

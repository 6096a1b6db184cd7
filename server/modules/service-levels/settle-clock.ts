// Reckons one clock anew from its own beginning, with all its pauses: when it is due, when to look at it, how it ended. Pure.
import type { Goal } from '#contract/service-policies.ts';
import { dueTime, openMsBetween, type Pause } from '#kernel/working-time/due-time.ts';
import type { ClockOf, Wait } from './clock-state.ts';
import { derive } from './derivation-of.ts';
import type { CalendarInForce } from './in-force.ts';

const minuteMs = 60_000;

/**
 * The stretches that a clock does not count: those that its goal names; and while the customer had the case. An answer that waits
 * for the customer stops the resolution alone, a closed case stops whatever goes on after it was reopened.
 */
export function pausesOf({ goal, startedAt }: Pick<ClockOf, 'goal' | 'startedAt'>, waits: readonly Wait[]): Wait[] {
  const stops = ({ reason }: Wait): boolean =>
    reason === 'closed' || (reason === 'claimed' ? goal.target === 'claim' : goal.pausedBy.includes(reason));
  return waits.filter((wait) => stops(wait) && (wait.until === null || wait.until > startedAt));
}

/** As it runs now. What was warned of or breached stays so, unless the due time moved beyond `at`. */
export function settled(clock: ClockOf, calendar: CalendarInForce, waits: readonly Wait[], at: number): ClockOf {
  const pauses = pausesOf(clock, waits);
  const { due, derivation } = derive(calendar, clock.startedAt, clock.goal, pauses);
  const dueAt = typeof due === 'number' ? due : null;
  const breachedAt = dueAt !== null && dueAt > at ? null : clock.breachedAt;
  const warnAt = dueAt === null ? null : warnTime(calendar, clock, pauses, derivation.days);
  const warnedAt = warnAt !== null && warnAt > at ? null : clock.warnedAt;
  return {
    ...clock,
    state: dueAt === null ? 'paused' : 'running',
    calendarId: calendar.id,
    calendarVersion: calendar.version,
    dueAt,
    firstDueAt: clock.firstDueAt ?? dueAt,
    warnedAt,
    breachedAt,
    alarmAt: nextAlarm({ dueAt, breachedAt, warnAt: warnedAt === null ? warnAt : null }),
    endedAt: null,
    goalMs: null,
    countedMs: null,
    pausedMs: null,
    pauses,
    derivation,
  };
}

/** Nobody is warned of what is overdue already. */
function nextAlarm(of: { dueAt: number | null; breachedAt: number | null; warnAt: number | null }): number | null {
  if (of.dueAt === null || of.breachedAt !== null) return null;
  return of.warnAt !== null && of.warnAt < of.dueAt ? of.warnAt : of.dueAt;
}

/** When the set share of the time is used up. */
export function warnTime(
  calendar: CalendarInForce,
  { goal, startedAt }: Pick<ClockOf, 'goal' | 'startedAt'>,
  pauses: readonly Pause[],
  days: readonly { countedMs: number }[],
): number | null {
  if (goal.warnAt === null) return null;
  const share = (goalMsOf(days) * goal.warnAt) / 100;
  const unit = byWorkingTime(goal) ? 'working-minutes' : 'minutes';
  const at = dueTime(calendar.open, startedAt, { amount: share / minuteMs, unit }, pauses);
  return typeof at === 'number' ? at : null;
}

/** The length of the whole goal on its own measure, once its due time is known. */
export const goalMsOf = (days: readonly { countedMs: number }[]): number =>
  days.reduce((sum, day) => sum + day.countedMs, 0);

export const byWorkingTime = ({ unit }: Pick<Goal, 'unit'>): boolean => unit.startsWith('working');

/** Reached (`met` in time, `missed` after it), or over without being reached: `missed` when it was overdue, else `cancelled`. */
export function ended(
  clock: ClockOf,
  calendar: CalendarInForce,
  waits: readonly Wait[],
  at: number,
  reached: boolean,
): ClockOf {
  // What stands still ends here, so that a due time is known also for what ends in a pause.
  const pauses = pausesOf(clock, waits).map((pause) => ({ ...pause, until: Math.min(pause.until ?? at, at) }));
  const { due, derivation } = derive(calendar, clock.startedAt, clock.goal, pauses);
  const dueAt = typeof due === 'number' ? due : null;
  const late = dueAt !== null && dueAt < at;
  const used = usedOf(calendar, clock, pauses, at);
  return {
    ...clock,
    state: late ? 'missed' : reached ? 'met' : 'cancelled',
    calendarId: calendar.id,
    calendarVersion: calendar.version,
    dueAt,
    firstDueAt: clock.firstDueAt ?? dueAt,
    endedAt: at,
    breachedAt: late ? (clock.breachedAt ?? dueAt) : null,
    alarmAt: null,
    goalMs: goalMsOf(derivation.days),
    ...used,
    pauses,
    derivation,
  };
}

/** What went by until `at`, and how much of it was paused, on the goal's own measure. */
export function usedOf(
  calendar: CalendarInForce,
  { goal, startedAt }: Pick<ClockOf, 'goal' | 'startedAt'>,
  pauses: readonly Pause[],
  at: number,
): { countedMs: number; pausedMs: number } {
  const between = byWorkingTime(goal)
    ? (stops: readonly Pause[]) => openMsBetween(calendar.open, startedAt, at, stops)
    : (stops: readonly Pause[]) => clockMsBetween(startedAt, at, stops);
  const countedMs = between(pauses);
  return { countedMs, pausedMs: between([]) - countedMs };
}

/** Pauses neither overlap nor come out of order: a case waits for one reason at a time. */
function clockMsBetween(from: number, until: number, pauses: readonly Pause[]): number {
  const paused = pauses.reduce((sum, pause) => {
    const length = Math.min(pause.until ?? until, until) - Math.max(pause.from, from);
    return sum + Math.max(length, 0);
  }, 0);
  return until - from - paused;
}

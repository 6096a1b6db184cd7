// When a timer is due: ISO 8601 dates, lengths and cycles, with months and years by the calendar and lengths of working time by the host.
import type { TimerDefinition } from './definition.ts';
import type { Environment } from './effects.ts';
import type { Cycle, Moment } from './instance.ts';
import { isOfWorkingTime, readCycle, readLength, readMoment } from './iso-time.ts';
import { StepFailed } from './step-failed.ts';

export interface Due {
  readonly dueAt: Moment;
  readonly cycle?: Cycle;
}

type Reckoning = Pick<Environment, 'now' | 'afterWorkingTime' | 'momentOf'>;

/** `text` is the timer's own, or what its expression gave. A day alone is when it begins; for what is owed by then, when it `ends`. */
export function whenDue(
  { kind, workingTime }: TimerDefinition,
  text: string,
  reckoning: Reckoning,
  day: 'begins' | 'ends' = 'begins',
): Due {
  if (kind === 'date') return { dueAt: momentOf(text, reckoning, day) };
  if (kind === 'duration') return { dueAt: after(reckoning.now, text, 1, workingTime, reckoning) };
  const written = readCycle(text);
  if (!written) throw notUnderstood(text);
  const { length, times } = written;
  const left = times === undefined ? {} : { left: times - 1 };
  // R3/2026-12-01T09:00:00Z/P1D: the beginning is the first of the three.
  if (written.from !== undefined) {
    const from = momentOf(written.from, reckoning, 'begins');
    after(from, length, 1, workingTime, reckoning);
    return { dueAt: from, cycle: { from, length, workingTime, count: 0, ...left } };
  }
  const cycle = { from: reckoning.now, length, workingTime, count: 1, ...left };
  return { dueAt: after(cycle.from, length, 1, workingTime, reckoning), cycle };
}

/** The next time of a cycle, or nothing after its last. */
export function nextDue({ dueAt, cycle }: Due, reckoning: Reckoning): Due | undefined {
  if (!cycle || cycle.left === 0) return undefined;
  const { from, length, workingTime } = cycle;
  const count = cycle.count + 1;
  return {
    // Working time has no multiples: three working days after a moment are one, and one, and one more.
    dueAt: workingTime ? after(dueAt, length, 1, true, reckoning) : after(from, length, count, false, reckoning),
    cycle: { ...cycle, count, ...(cycle.left !== undefined && { left: cycle.left - 1 }) },
  };
}

/** What names no zone is said by the clocks of the organisation. */
function momentOf(text: string, reckoning: Reckoning, ofDay: 'begins' | 'ends'): Moment {
  const written = readMoment(text);
  if (!written) throw notUnderstood(text);
  const { day, time, zone } = written;
  if (time !== undefined && zone !== undefined) return new Date(`${day}T${time}${zone}`).toISOString();
  if (time !== undefined) return reckoning.momentOf(day, time);
  if (ofDay === 'begins') return reckoning.momentOf(day, '00:00');
  // The last millisecond, so that whoever reads it reads this day and not the midnight of the next.
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return new Date(Date.parse(reckoning.momentOf(next, '00:00')) - 1).toISOString();
}

/** Later ones are not written with four digits and would not sort as text. */
const lastMoment = Date.parse('9999-12-31T23:59:59.999Z');

function after(from: Moment, text: string, times: number, workingTime: boolean, reckoning: Reckoning): Moment {
  const length = readLength(text);
  if (!length || (workingTime && !isOfWorkingTime(length))) throw notUnderstood(text);
  if (workingTime) {
    try {
      return reckoning.afterWorkingTime(from, text.trim());
    } catch (error) {
      throw new StepFailed('timer-not-understood', { text, reason: error instanceof Error ? error.message : '' });
    }
  }
  const start = new Date(from);
  const inMonth = new Date(start);
  // The 31st and a month more is the last of the next month, not the first of the one after it.
  inMonth.setUTCDate(1);
  inMonth.setUTCMonth(start.getUTCMonth() + length.months * times);
  const lastDay = new Date(Date.UTC(inMonth.getUTCFullYear(), inMonth.getUTCMonth() + 1, 0)).getUTCDate();
  inMonth.setUTCDate(Math.min(start.getUTCDate(), lastDay));
  const due =
    inMonth.getTime() + (length.days * 1440 + length.minutes) * 60_000 * times + length.seconds * 1000 * times;
  if (!(due <= lastMoment)) throw notUnderstood(text);
  return new Date(due).toISOString();
}

function notUnderstood(text: string): StepFailed {
  return new StepFailed('timer-not-understood', { text });
}

// When a timer is due: ISO 8601 dates, lengths and cycles, with months and years by the calendar and lengths of working time by the host.
import type { TimerDefinition } from './definition.ts';
import type { Environment } from './effects.ts';
import type { Cycle, Moment } from './instance.ts';
import { StepFailed } from './step-failed.ts';

export interface Due {
  readonly dueAt: Moment;
  readonly cycle?: Cycle;
}

type Reckoning = Pick<Environment, 'now' | 'afterWorkingTime'>;

/** `text` is the timer's own, or what its expression gave. */
export function whenDue({ kind, workingTime }: TimerDefinition, text: string, reckoning: Reckoning): Due {
  if (kind === 'date') return { dueAt: readMoment(text) };
  if (kind === 'duration') return { dueAt: after(reckoning.now, text, 1, workingTime, reckoning) };
  const [repeat = '', ...rest] = text.split('/');
  const length = rest.at(-1);
  const times = /^R(\d*)$/.exec(repeat)?.[1];
  if (times === undefined || times === '0' || length === undefined || rest.length > 2) throw notUnderstood(text);
  const left = times === '' ? {} : { left: Number(times) - 1 };
  // R3/2026-12-01T09:00:00Z/P1D: the beginning is the first of the three.
  if (rest.length === 2) {
    const from = readMoment(rest[0]!);
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

const momentForm = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/;

/** Without a zone it is UTC; a day alone is its midnight there. */
function readMoment(text: string): Moment {
  const [, day, minutes = '00:00', seconds = ':00', zone = 'Z'] = momentForm.exec(text.trim()) ?? [];
  const ms = Date.parse(`${day}T${minutes}${seconds}${zone}`);
  // Date.parse takes 31 April for 1 May.
  const real = new Date(Date.parse(`${day}T00:00:00Z`));
  if (Number.isNaN(ms) || Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== day)
    throw notUnderstood(text);
  return new Date(ms).toISOString();
}

const lengthForm =
  /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Later ones are not written with four digits and would not sort as text. */
const lastMoment = Date.parse('9999-12-31T23:59:59.999Z');

function after(from: Moment, text: string, times: number, workingTime: boolean, reckoning: Reckoning): Moment {
  const parts = lengthForm.exec(text.trim());
  if (!parts) throw notUnderstood(text);
  if (workingTime) {
    try {
      return reckoning.afterWorkingTime(from, text.trim());
    } catch (error) {
      throw new StepFailed('timer-not-understood', { text, reason: error instanceof Error ? error.message : '' });
    }
  }
  const [years, months, weeks, days, hours, minutes, seconds] = parts
    .slice(1)
    .map((part) => Number(part ?? 0) * times) as [number, number, number, number, number, number, number];
  const start = new Date(from);
  const inMonth = new Date(start);
  // The 31st and a month more is the last of the next month, not the first of the one after it.
  inMonth.setUTCDate(1);
  inMonth.setUTCMonth(start.getUTCMonth() + years * 12 + months);
  const lastDay = new Date(Date.UTC(inMonth.getUTCFullYear(), inMonth.getUTCMonth() + 1, 0)).getUTCDate();
  inMonth.setUTCDate(Math.min(start.getUTCDate(), lastDay));
  const due = inMonth.getTime() + (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000;
  if (!(due <= lastMoment)) throw notUnderstood(text);
  return new Date(due).toISOString();
}

function notUnderstood(text: string): StepFailed {
  return new StepFailed('timer-not-understood', { text });
}

// How a promise stands at a moment: what it is called, and in which order promises are shown.
import type { CasePromises } from './wire.ts';

export type Clock = CasePromises['clocks'][number];
export type ClockStanding = 'overdue' | 'soon' | 'running' | 'paused' | 'met' | 'missed' | 'cancelled';

const dayMs = 86_400_000;

/** Soon: warned of, or within a day. */
export function clockStanding(
  clock: Pick<Clock, 'state' | 'dueAt' | 'warnedAt' | 'breachedAt'>,
  now: number,
): ClockStanding {
  const { state, dueAt, warnedAt, breachedAt } = clock;
  if (state === 'paused') return breachedAt ? 'overdue' : 'paused';
  if (state !== 'running') return state;
  if (dueAt === null) return 'running';
  const left = Date.parse(dueAt) - now;
  if (left < 0) return 'overdue';
  return warnedAt || left <= dayMs ? 'soon' : 'running';
}

const ended: readonly ClockStanding[] = ['met', 'missed', 'cancelled'];

export function hasEnded(standing: ClockStanding): boolean {
  return ended.includes(standing);
}

/** What is due next first; paused ones after them; what ended last, the newest first. */
export function inOrderOfDue(clocks: readonly Clock[], now: number): Clock[] {
  const rank = (clock: Clock): number => {
    const standing = clockStanding(clock, now);
    return hasEnded(standing) ? 2 : clock.dueAt === null ? 1 : 0;
  };
  const at = (instant: string | null): number => (instant ? Date.parse(instant) : 0);
  return clocks.toSorted(
    (one, other) =>
      rank(one) - rank(other) ||
      (rank(one) === 2 ? at(other.endedAt) - at(one.endedAt) : at(one.dueAt) - at(other.dueAt)),
  );
}

/** Of the time so far, 0 to 1; null while nothing went by. */
export function pauseShareOf(clocks: readonly Clock[]): number | null {
  const paused = clocks.reduce((sum, { pausedMs }) => sum + pausedMs, 0);
  const all = paused + clocks.reduce((sum, { countedMs }) => sum + countedMs, 0);
  return all === 0 ? null : paused / all;
}

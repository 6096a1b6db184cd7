// The figures of a group of clocks: how many became what, how much of the time was used, and how sure the share is. Pure.
import type { ComplianceFigures } from '#contract/service-policies.ts';
import { keptShare } from './kept-share.ts';

/** So many clocks of a group in a state, with the same share of their time used: 1 is all of it. */
export type Line = {
  key: string | null;
  state: 'met' | 'missed' | 'running' | 'overdue' | 'cancelled';
  used: number | null;
  clocks: number;
  /** Of all of them together. */
  countedMs: number;
  pausedMs: number;
};

/** Below this many clocks a group shows no numbers: single customers would show through. */
const smallestGroup = 5;

export const clocksIn = (lines: readonly Line[]): number => lines.reduce((sum, { clocks }) => sum + clocks, 0);

export function figuresOf(lines: readonly Line[]): ComplianceFigures {
  const clocks = clocksIn(lines);
  if (clocks < smallestGroup)
    return {
      clocks: null,
      met: null,
      missed: null,
      running: null,
      overdue: null,
      cancelled: null,
      kept: null,
      used: null,
      pauseShare: null,
    };
  const of = (state: Line['state']): number => clocksIn(lines.filter((line) => line.state === state));
  const [met, missed, running, overdue, cancelled] = [
    of('met'),
    of('missed'),
    of('running'),
    of('overdue'),
    of('cancelled'),
  ];
  // What ended without a judgement says nothing of the time that such a promise takes.
  const judged = lines.filter(({ state }) => state !== 'cancelled');
  const counted = judged.reduce((sum, { countedMs }) => sum + countedMs, 0);
  const paused = judged.reduce((sum, { pausedMs }) => sum + pausedMs, 0);
  return {
    clocks,
    met,
    missed,
    running,
    overdue,
    cancelled,
    kept: keptShare(met, met + missed + overdue),
    used: usedBy(judged),
    pauseShare: counted + paused > 0 ? paused / (counted + paused) : null,
  };
}

/** What half, nine of ten and nineteen of twenty did not exceed. */
function usedBy(lines: readonly Line[]): ComplianceFigures['used'] {
  const known = lines.flatMap(({ used, clocks }) => (used === null ? [] : [{ used, clocks }]));
  const sorted = known.toSorted((a, b) => a.used - b.used);
  const total = sorted.reduce((sum, { clocks }) => sum + clocks, 0);
  if (total === 0) return null;
  const within = (share: number): number => {
    let left = Math.ceil(total * share);
    return sorted.find(({ clocks }) => (left -= clocks) <= 0)!.used;
  };
  return { p50: within(0.5), p90: within(0.9), p95: within(0.95) };
}

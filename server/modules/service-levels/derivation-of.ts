// How a due time comes about, day by day, with the names that exceptions and closures have now. Pure.
import type { Derivation, Goal } from '#contract/service-policies.ts';
import { explainedDueTime, type Due, type Pause } from '#kernel/working-time/due-time.ts';
import type { CalendarInForce } from './in-force.ts';

type Amount = Pick<Goal, 'amount' | 'unit'>;

/** Always from the start with all pauses, never from an earlier due time. */
export function derive(
  calendar: CalendarInForce,
  start: number,
  goal: Amount,
  pauses: readonly Pause[],
): { due: Due; derivation: Derivation } {
  const { due, days } = explainedDueTime(calendar.open, start, goal, pauses);
  return {
    due,
    derivation: {
      timeZone: calendar.timeZone,
      days: days.map((day) => ({ ...day, why: day.why.flatMap((id) => calendar.names.get(id) ?? []) })),
    },
  };
}

/** The whole of what is promised, on the goal's own measure, in milliseconds: pauses move a due time and do not add to it. */
export function goalMs(calendar: CalendarInForce, start: number, goal: Amount): number {
  const { days } = explainedDueTime(calendar.open, start, goal);
  return days.reduce((sum, { countedMs }) => sum + countedMs, 0);
}

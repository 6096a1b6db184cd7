// How a due time comes about, day by day, with the names that exceptions and closures have now. Pure.
import type { Derivation, Goal } from '#contract/service-policies.ts';
import { explainedDueTime, type Due, type Pause } from '#kernel/working-time/due-time.ts';
import type { CalendarInForce } from './in-force.ts';

/** Always from the start with all pauses, never from an earlier due time. */
export function derive(
  calendar: CalendarInForce,
  start: number,
  goal: Pick<Goal, 'amount' | 'unit'>,
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

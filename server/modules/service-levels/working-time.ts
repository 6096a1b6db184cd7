// Working time for those who promise something else than cases: by the default calendar, with how a due time came about.
import type { Derivation, Goal } from '#contract/service-policies.ts';
import type { Context } from '#platform/context.ts';
import { derive } from './derivation-of.ts';
import { inForce } from './in-force.ts';

export type WorkingTime = {
  /** Null: the calendar hardly opens, so that it is never due. */
  after(start: Date, length: Pick<Goal, 'amount' | 'unit'>): { dueAt: Date; derivation: Derivation } | null;
};

export async function workingTime(ctx: Context): Promise<WorkingTime> {
  const { defaultCalendar } = await inForce(ctx);
  return {
    after(start, length) {
      const { due, derivation } = derive(defaultCalendar, start.getTime(), length, []);
      return typeof due === 'number' ? { dueAt: new Date(due), derivation } : null;
    },
  };
}

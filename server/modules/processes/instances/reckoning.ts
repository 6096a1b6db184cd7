// Time as the engine needs it: this moment, the days of the organisation, and when a length of working time ends by its default calendar.
import type { Derivation } from '#contract/service-policies.ts';
import type { Definition, TimerDefinition } from '#engine/definition.ts';
import type { Environment } from '#engine/effects.ts';
import { isOfWorkingTime, readLength } from '#engine/iso-time.ts';
import { StepFailed } from '#engine/step-failed.ts';
import { isoDateAt } from '#kernel/calendar/calendar-date.ts';
import { zonedInstant } from '#kernel/calendar/zoned-instant.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import { workingTime, type WorkingTime } from '#modules/service-levels/index.ts';
import type { Context } from '#platform/context.ts';

export type Reckoning = Environment & {
  /** The same with how it came about. */
  explained(from: string, isoDuration: string): { dueAt: Date; derivation: Derivation };
};

/** Asks for what `reckoning` will read, beside what is being asked for anyway: by itself it would be one more crossing a step. */
export function askForReckoning(ctx: Context): void {
  readOrganisation(ctx).catch(() => {}); // whoever reckons hears of it
}

export async function reckoning(ctx: Context, definition: Definition): Promise<Reckoning> {
  const { timeZone } = await readOrganisation(ctx);
  // The calendar is read only for processes that count by it.
  const time = countsWorkingTime(definition) ? await workingTime(ctx) : null;
  const explained: Reckoning['explained'] = (from, length) => {
    if (!time) throw new Error(`process ${definition.processId} counts no working time`);
    return afterWorkingTime(time, new Date(from), length);
  };
  return {
    now: ctx.clock.now().toISOString(),
    afterWorkingTime: (from, length) => explained(from, length).dueAt.toISOString(),
    dayAt: (moment) => isoDateAt(new Date(moment), timeZone),
    momentOf: (day, clock) => zonedInstant(day, clock, timeZone).toISOString(),
    explained,
  };
}

/**
 * `PT4H`: so many hours that the calendar is open. `P2D`: to the close of so many days that are open, the day it begins on not
 * counted, as promises count; a week is seven of them. `P1DT2H`: the hours after the days. Years, months and seconds are no working time.
 */
export function afterWorkingTime(time: WorkingTime, from: Date, length: string) {
  const read = readLength(length);
  if (!read || !isOfWorkingTime(read)) throw new StepFailed('timer-not-understood', { words: length });
  const parts = [
    { amount: read.days, unit: 'working-days' as const },
    { amount: read.minutes, unit: 'working-minutes' as const },
  ].filter(({ amount }) => amount > 0);
  let dueAt = from;
  const derivation: Derivation = { timeZone: '', days: [] };
  for (const part of parts) {
    const next = time.after(dueAt, part);
    if (!next) throw new StepFailed('timer-not-understood', { words: length, reason: 'never-open' });
    dueAt = next.dueAt;
    derivation.timeZone = next.derivation.timeZone;
    derivation.days.push(...next.derivation.days);
  }
  return { dueAt, derivation };
}

const known = new WeakMap<Definition, boolean>();

function countsWorkingTime(definition: Definition): boolean {
  let counts = known.get(definition);
  if (counts === undefined) {
    counts = timersOf(definition).some(({ workingTime: by }) => by);
    known.set(definition, counts);
  }
  return counts;
}

function timersOf(definition: Definition): TimerDefinition[] {
  return [...definition.nodes.values()].flatMap((node) => {
    const found: (TimerDefinition | undefined)[] = [];
    if ('trigger' in node && node.trigger.type === 'timer') found.push(node.trigger.timer);
    if ('settings' in node) found.push(node.settings.due, node.settings.handOff?.longestWait);
    return found.filter((timer) => timer !== undefined);
  });
}

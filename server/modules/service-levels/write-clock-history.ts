// Clocks of cases whose life is over or under way already, as they would have run: for the sample and for cases taken over.
import type { Context } from '#platform/context.ts';
import { advance, registered, type NewCase, type Rules } from './advance.ts';
import type { Clocked, ClockOf, Happening } from './clock-state.ts';
import { rulesFor, storeClocked } from './store-clocks.ts';

export type ClockHistory = {
  begins: NewCase;
  /** In the order of their moments, in milliseconds. */
  happenings: readonly { at: number; happening: Happening }[];
};

/** By the policies and calendars that hold now. What was due by now has been warned of and breached without anybody being told. */
export async function writeClockHistory(ctx: Context, histories: readonly ClockHistory[]): Promise<void> {
  const rules = await rulesFor(ctx, []);
  const now = ctx.clock.now().getTime();
  // In steps: a year of cases reckoned in one go would leave the database waiting inside the transaction for too long.
  for (let at = 0; at < histories.length; at += step)
    await storeClocked(
      ctx,
      histories.slice(at, at + step).map((history) => clockedBy(rules, history, now)),
      [],
    );
}

const step = 250;

function clockedBy(rules: Rules, { begins, happenings }: ClockHistory, now: number): Clocked {
  const last = happenings.reduce(
    (clocked, { at, happening }) => advance(rules, clocked, happening, at),
    registered(rules, begins),
  );
  return { ...last, clocks: last.clocks.map((clock) => alarmed(clock, now)) };
}

function alarmed(clock: ClockOf, now: number): ClockOf {
  if (clock.alarmAt === null || clock.alarmAt > now) return clock;
  const breached = clock.dueAt !== null && clock.dueAt <= now;
  return {
    ...clock,
    warnedAt: clock.warnedAt ?? (clock.goal.warnAt === null ? null : clock.alarmAt),
    breachedAt: breached ? clock.dueAt : null,
    alarmAt: breached ? null : clock.dueAt,
  };
}

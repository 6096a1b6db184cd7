// Finds clocks that are to be warned of or whose time is past, and says so; what is done about it, the cases do.
import { sql } from 'kysely';
import type { OpenTime } from '#kernel/working-time/open-time.ts';
import { append, on, type Context } from '#platform/context.ts';
import type { Clocked, ClockOf } from './clock-state.ts';
import { calendarOfGoal, type InForce } from './in-force.ts';
import { holdClocked, rulesFor, storeClocked } from './store-clocks.ts';
import type { ServiceLevelTables } from './tables.ts';

/** Up to `limit` cases; returns how many. Cases that somebody changes at this moment come with the next round. */
export async function soundAlarms(ctx: Context, limit: number): Promise<number> {
  const due = on<ServiceLevelTables>(ctx)
    .selectFrom('clocks')
    .select('case_id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('alarm_at', '<=', ctx.clock.now())
    .orderBy('alarm_at')
    .limit(limit);
  const rows = await on<ServiceLevelTables>(ctx)
    .selectFrom('clocked_cases')
    .select('case_id')
    .where('organisation_id', '=', ctx.organisationId)
    .where(sql<boolean>`case_id in (${due})`)
    .forUpdate()
    .skipLocked()
    .execute();
  const before = await holdClocked(
    ctx,
    rows.map((row) => row.case_id),
  );
  const { inForce } = await rulesFor(ctx, before);
  const after = before.map((clocked) => ({
    ...clocked,
    clocks: clocked.clocks.map((clock) => sound(ctx, inForce, clocked, clock)),
  }));
  await storeClocked(ctx, after, before);
  return rows.length;
}

/** One that was overlooked for so long that it is overdue is not warned of any more. */
function sound(ctx: Context, inForce: InForce, clocked: Clocked, clock: ClockOf): ClockOf {
  const now = ctx.clock.now().getTime();
  if (clock.alarmAt === null || clock.alarmAt > now) return clock;
  const breached = clock.dueAt !== null && clock.dueAt <= now;
  // That a customer is silent is no breach of ours.
  if (clock.target === 'lapse') return { ...clock, alarmAt: null };
  append(ctx, {
    type: breached ? 'clock.breached' : 'clock.warned',
    subjectType: 'case',
    subjectId: clocked.caseId,
    data: {
      clockId: clock.id,
      target: clock.target,
      ordinal: clock.ordinal,
      policyId: clock.policyId,
      dueAt: clock.dueAt === null ? null : new Date(clock.dueAt).toISOString(),
      actions: breached ? clock.goal.onBreach : clock.goal.onWarn,
      // Nobody is woken or called on a holiday for it.
      tellAt: new Date(nextOpening(calendarOfGoal(inForce, clock.goal).open, now)).toISOString(),
    },
  });
  return breached
    ? { ...clock, breachedAt: clock.dueAt, alarmAt: null }
    : { ...clock, warnedAt: now, alarmAt: clock.dueAt };
}

const mostDaysToLook = 60;

/** This moment, where the calendar is open; else when it opens next, or this moment after all where it does not for two months. */
function nextOpening(open: OpenTime, at: number): number {
  let day = open.dayAt(at);
  for (let looked = 0; looked < mostDaysToLook; looked += 1) {
    const interval = day.open.find(({ until }) => until > at);
    if (interval) return Math.max(interval.from, at);
    day = open.dayAfter(day);
  }
  return at;
}

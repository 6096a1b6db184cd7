// Whether promises are kept: of clocks that began in a period, those met, missed, running and overdue, and how much of the time was used.
import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { LocaleText } from '#contract/common.ts';
import type { Compliance, ComplianceBy, ComplianceFilter, Goal } from '#contract/service-policies.ts';
import { addDays, calendarMomentAt, fromIsoDate } from '#kernel/calendar/calendar-date.ts';
import { startOfDay } from '#kernel/calendar/periods.ts';
import { explainedDueTime, type Pause } from '#kernel/working-time/due-time.ts';
import { dateSettings, type OrganisationViews } from '#modules/organisation/index.ts';
import { segmentsAbove } from '#modules/segments/index.ts';
import { on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { inForce } from './in-force.ts';
import { clocksIn, figuresOf, type Line } from './compliance-figures.ts';
import { namesOfSegments } from './segment-names.ts';
import { goalMsOf, usedOf } from './settle-clock.ts';
import type { ServiceLevelTables } from './tables.ts';

type By = z.infer<typeof ComplianceBy>;
type Filter = z.infer<typeof ComplianceFilter>;

const daysBack = 90;

const keys: Record<By, RawBuilder<string | null>> = {
  target: sql`k.target`,
  policy: sql`k.policy_id::text`,
  unit: sql`k.unit_id::text`,
  segment: sql`k.segment_id::text`,
  channel: sql`k.channel`,
  kind: sql`k.kind`,
};

/**
 * How long a customer may be silent is theirs and counted nowhere. The larger groups first. Throws `request.invalid` (a period that
 * ends before it begins).
 */
export async function compliance(ctx: Context, { by, ...filter }: Filter & { by: By }): Promise<Compliance> {
  const { from, until } = await periodOf(ctx, filter);
  const of = sql`k.organisation_id = ${ctx.organisationId} and k.started_at >= ${from} and k.started_at < ${until}
    and k.target <> 'lapse' ${await filtered(ctx, filter)}`;
  const lines = await linesOf(ctx, of, keys[by]);
  const names = await namesBy(ctx, by);
  const groups = [...Map.groupBy(lines, ({ key }) => key)].toSorted(([, a], [, b]) => clocksIn(b) - clocksIn(a));
  return {
    from,
    until,
    all: figuresOf(lines),
    groups: groups.map(([key, own]) => ({ key, name: (key && names.get(key)) || null, figures: figuresOf(own) })),
  };
}

async function periodOf(ctx: Context, filter: Filter): Promise<{ from: Date; until: Date }> {
  const { timeZone } = await dateSettings(ctx);
  const today = calendarMomentAt(ctx.clock.now(), { calendar: 'gregory', timeZone });
  const last = filter.until ? fromIsoDate(filter.until, 'gregory') : addDays(today, 1);
  const first = filter.from ? fromIsoDate(filter.from, 'gregory') : addDays(last, -daysBack);
  const [from, until] = [startOfDay(first, timeZone), startOfDay(last, timeZone)];
  if (until <= from) throw invalidField('until', 'not-after-from');
  return { from, until };
}

/** A segment with those below it in the tree in force. */
async function filtered(ctx: Context, filter: Filter): Promise<RawBuilder<unknown>> {
  const { target, policyId, unitId, segmentId, channel, kind } = filter;
  const is = (column: string, value: string | undefined) =>
    value === undefined ? [] : [sql`and ${sql.ref(`k.${column}`)} = ${value}`];
  const parts = [
    ...is('target', target),
    ...is('policy_id', policyId),
    ...is('unit_id', unitId),
    ...is('channel', channel),
    ...is('kind', kind),
  ];
  if (segmentId !== undefined) {
    const above = await segmentsAbove(ctx);
    const lies = (id: string): boolean => id === segmentId || (above.get(id) ? lies(above.get(id)!) : false);
    const below = [segmentId, ...[...above.keys()].filter((id) => id !== segmentId && lies(id))];
    parts.push(sql`and k.segment_id = any(${below}::uuid[])`);
  }
  return sql.join(parts, sql` `);
}

/** Clocks that came to the same: of one group, state and share of the time used. */
async function linesOf(ctx: Context, of: RawBuilder<unknown>, key: RawBuilder<string | null>): Promise<Line[]> {
  const [{ rows }, open] = await Promise.all([endedClocks(ctx, of, key), openClocks(ctx, of, key)]);
  return [...rows, ...open];
}

/** In steps of a percent, so that hundreds of thousands are a few hundred lines; all that it reads stands in an index. */
function endedClocks(ctx: Context, of: RawBuilder<unknown>, key: RawBuilder<string | null>) {
  return sql<Line>`
    select ${key} as key, k.state, round(k.counted_ms * 100.0::float8 / nullif(k.goal_ms, 0)) / 100 as used, count(*)::int as clocks,
           sum(k.counted_ms)::float8 as "countedMs", sum(k.paused_ms)::float8 as "pausedMs"
      from clocks k where ${of} and k.ended_at is not null group by 1, 2, 3`.execute(on<ServiceLevelTables>(ctx));
}

/** Each is reckoned for this moment, by its calendar: ten thousand are a tenth of a second. */
async function openClocks(ctx: Context, of: RawBuilder<unknown>, key: RawBuilder<string | null>): Promise<Line[]> {
  const now = ctx.clock.now().getTime();
  const [{ calendars, defaultCalendar }, { rows }] = await Promise.all([
    inForce(ctx),
    sql<{
      key: string | null;
      calendar_id: string;
      goal: Goal;
      started_at: Date;
      due_at: Date | null;
      pauses: Pause[];
    }>`
      select ${key} as key, k.calendar_id, k.goal, k.started_at, k.due_at, k.pauses from clocks k
       where ${of} and k.ended_at is null`.execute(on<ServiceLevelTables>(ctx)),
  ]);
  return rows.map((row) => {
    const calendar = calendars.get(row.calendar_id) ?? defaultCalendar;
    const startedAt = row.started_at.getTime();
    const whole = goalMsOf(explainedDueTime(calendar.open, startedAt, row.goal).days);
    const { countedMs, pausedMs } = usedOf(calendar, { goal: row.goal, startedAt }, row.pauses, now);
    // What is paused has no due time; it is past it when all of the time is used up.
    const late = row.due_at === null ? countedMs >= whole : row.due_at.getTime() < now;
    const used = whole > 0 ? Math.round((countedMs / whole) * 100) / 100 : null;
    return { key: row.key, state: late ? 'overdue' : 'running', used, clocks: 1, countedMs, pausedMs };
  });
}

/** Codes are put into words by whoever shows them. */
async function namesBy(ctx: Context, by: By): Promise<ReadonlyMap<string, LocaleText>> {
  if (by === 'segment') return namesOfSegments(ctx);
  if (by !== 'unit' && by !== 'policy') return new Map();
  const db = on<ServiceLevelTables & OrganisationViews>(ctx);
  const rows =
    by === 'unit'
      ? await db
          .selectFrom('unit_briefs')
          .select(['id', 'name'])
          .where('organisation_id', '=', ctx.organisationId)
          .execute()
      : await db
          .selectFrom('service_policies as p')
          .innerJoin('service_policy_versions as v', (join) =>
            join
              .onRef('v.organisation_id', '=', 'p.organisation_id')
              .onRef('v.policy_id', '=', 'p.id')
              .onRef('v.version', '=', 'p.version'),
          )
          .select(['p.id', 'v.name'])
          .where('p.organisation_id', '=', ctx.organisationId)
          .execute();
  return new Map(rows.map(({ id, name }) => [id, name as LocaleText]));
}

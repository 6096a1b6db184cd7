// Whether promises are kept: of clocks that began in a period, those met, missed, running and overdue, and how much of the time was used.
import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { LocaleText } from '#contract/common.ts';
import type {
  Compliance,
  ComplianceBy,
  ComplianceFigures as Figures,
  ComplianceFilter,
  Goal,
} from '#contract/service-policies.ts';
import { addDays, calendarMomentAt, fromIsoDate } from '#kernel/calendar/calendar-date.ts';
import { startOfDay } from '#kernel/calendar/periods.ts';
import { explainedDueTime, type Pause } from '#kernel/working-time/due-time.ts';
import { dateSettings, type OrganisationViews } from '#modules/organisation/index.ts';
import { segmentsAbove } from '#modules/segments/index.ts';
import { on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { inForce } from './in-force.ts';
import { keptShare } from './kept-share.ts';
import { namesOfSegments } from './segment-names.ts';
import { goalMsOf, usedOf } from './settle-clock.ts';
import type { ServiceLevelTables } from './tables.ts';

type By = z.infer<typeof ComplianceBy>;
type Filter = z.infer<typeof ComplianceFilter>;

const daysBack = 90;
/** Below this many clocks a group shows no numbers: single customers would show through. */
const smallestGroup = 5;

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
  const rows = await counted(ctx, of, keys[by]);
  const names = await namesBy(ctx, by);
  const groups = rows.filter(({ whole }) => !whole).toSorted((a, b) => b.clocks - a.clocks);
  return {
    from,
    until,
    all: figuresOf(rows.find(({ whole }) => whole)),
    groups: groups.map((row) => ({
      key: row.key,
      name: (row.key && names.get(row.key)) || null,
      figures: figuresOf(row),
    })),
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

type Row = {
  key: string | null;
  /** Of all clocks together. */
  whole: boolean;
  clocks: number;
  met: number;
  missed: number;
  running: number;
  overdue: number;
  cancelled: number;
  used: [number, number, number] | null;
  counted: number;
  paused: number;
};

/** What ended has its times on record; of what runs on they are reckoned for this moment. */
async function counted(ctx: Context, of: RawBuilder<unknown>, key: RawBuilder<string | null>): Promise<Row[]> {
  const open = await openClocks(ctx, of, key);
  const column = <K extends keyof Open>(name: K): Open[K][] => open.map((one) => one[name]);
  const { rows } = await sql<Row>`
    with lines as (
      select ${key} as key, k.state, k.goal_ms, k.counted_ms, k.paused_ms from clocks k where ${of} and k.ended_at is not null
      union all
      select * from unnest(${column('key')}::text[], ${column('state')}::text[], ${column('goalMs')}::bigint[],
                           ${column('countedMs')}::bigint[], ${column('pausedMs')}::bigint[])
    )
    select key, grouping(key) = 1 as whole, count(*)::int as clocks,
           count(*) filter (where state = 'met')::int as met,
           count(*) filter (where state = 'missed')::int as missed,
           count(*) filter (where state = 'running')::int as running,
           count(*) filter (where state = 'overdue')::int as overdue,
           count(*) filter (where state = 'cancelled')::int as cancelled,
           percentile_cont(array[0.5, 0.9, 0.95]) within group (order by counted_ms::float8 / goal_ms)
             filter (where state <> 'cancelled' and goal_ms > 0) as used,
           coalesce(sum(counted_ms) filter (where state <> 'cancelled'), 0)::float8 as counted,
           coalesce(sum(paused_ms) filter (where state <> 'cancelled'), 0)::float8 as paused
      from lines group by grouping sets ((), (key))`.execute(on<ServiceLevelTables>(ctx));
  return rows;
}

type Open = {
  key: string | null;
  state: 'running' | 'overdue';
  goalMs: number;
  countedMs: number;
  pausedMs: number;
};

async function openClocks(ctx: Context, of: RawBuilder<unknown>, key: RawBuilder<string | null>): Promise<Open[]> {
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
    const used = usedOf(calendar, { goal: row.goal, startedAt }, row.pauses, now);
    // What is paused has no due time; it is past it when all of the time is used up.
    const late = row.due_at === null ? used.countedMs >= whole : row.due_at.getTime() < now;
    return { key: row.key, state: late ? 'overdue' : 'running', goalMs: whole, ...used };
  });
}

function figuresOf(row: Row | undefined): Figures {
  if (!row || row.clocks < smallestGroup)
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
  const { clocks, met, missed, running, overdue, cancelled, used, counted: went, paused } = row;
  return {
    clocks,
    met,
    missed,
    running,
    overdue,
    cancelled,
    kept: keptShare(met, met + missed + overdue),
    used: used && { p50: used[0], p90: used[1], p95: used[2] },
    pauseShare: went + paused > 0 ? paused / (went + paused) : null,
  };
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

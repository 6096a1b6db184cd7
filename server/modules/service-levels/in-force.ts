// The policies and working calendars that hold now, kept in memory for as long as nobody changes one.
import type { LocaleText } from '#contract/common.ts';
import type { Goal, PolicyConditions } from '#contract/service-policies.ts';
import { openTime, type OpenTime } from '#kernel/working-time/open-time.ts';
import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';
import { byKey, on, type Context } from '#platform/context.ts';
import type { ServiceLevelTables } from './tables.ts';

export type PolicyInForce = {
  id: string;
  version: number;
  name: LocaleText;
  conditions: PolicyConditions;
  goals: readonly Goal[];
  regimeId: string | null;
};

export type CalendarInForce = {
  id: string;
  version: number;
  name: LocaleText;
  timeZone: string;
  open: OpenTime;
  /** Of exceptions and closures, by id. */
  names: ReadonlyMap<string, LocaleText>;
};

export type InForce = {
  /** In the order in which they are tried. */
  policies: readonly PolicyInForce[];
  calendars: ReadonlyMap<string, CalendarInForce>;
  defaultCalendar: CalendarInForce;
};

/** Organisations whose policies a process remembers; the one asked longest ago goes first. */
const most = 200;
const remembered = new Map<string, { revision: string; inForce: InForce }>();

export async function inForce(ctx: Context): Promise<InForce> {
  const { revision } = await byKey<ServiceLevelTables>(ctx)
    .selectFrom('service_level_revisions')
    .select('revision')
    .where('organisation_id', '=', ctx.organisationId)
    .executeTakeFirstOrThrow();
  const known = remembered.get(ctx.organisationId);
  remembered.delete(ctx.organisationId);
  const current = known?.revision === revision ? known : { revision, inForce: await read(ctx) };
  remembered.set(ctx.organisationId, current);
  if (remembered.size > most) remembered.delete(remembered.keys().next().value!);
  return current.inForce;
}

/** The calendar of a goal: its own, or the default one where it names none or one that is gone. */
export function calendarOfGoal({ calendars, defaultCalendar }: InForce, goal: Goal): CalendarInForce {
  return (goal.calendarId && calendars.get(goal.calendarId)) || defaultCalendar;
}

async function read(ctx: Context): Promise<InForce> {
  const db = on<ServiceLevelTables>(ctx);
  const [policies, calendars] = await Promise.all([
    db
      .selectFrom('service_policies as p')
      .innerJoin('service_policy_versions as v', (join) =>
        join
          .onRef('v.organisation_id', '=', 'p.organisation_id')
          .onRef('v.policy_id', '=', 'p.id')
          .onRef('v.version', '=', 'p.version'),
      )
      .select(['p.id', 'p.version', 'v.name', 'v.conditions', 'v.goals', 'v.regime_id'])
      .where('p.organisation_id', '=', ctx.organisationId)
      .where('p.position', 'is not', null)
      .orderBy('p.position')
      .execute(),
    db
      .selectFrom('working_calendars')
      .select(['id', 'version', 'name', 'time_zone', 'week', 'exceptions', 'closures', 'is_default'])
      .where('organisation_id', '=', ctx.organisationId)
      .execute(),
  ]);
  const read = calendars.map((row) => ({ isDefault: row.is_default, calendar: calendarInForce(row) }));
  return {
    policies: policies.map((row) => ({
      id: row.id,
      version: row.version,
      name: row.name as LocaleText,
      conditions: row.conditions as PolicyConditions,
      goals: row.goals as Goal[],
      regimeId: row.regime_id,
    })),
    calendars: new Map(read.map(({ calendar }) => [calendar.id, calendar])),
    defaultCalendar: read.find((one) => one.isDefault)!.calendar,
  };
}

type Named = { id: string; name: LocaleText };
/** As `read` selects it. */
type CalendarRow = {
  id: string;
  version: number;
  name: unknown;
  time_zone: string;
  week: unknown;
  exceptions: unknown;
  closures: unknown;
};

function calendarInForce(row: CalendarRow): CalendarInForce {
  const calendar = {
    timeZone: row.time_zone,
    week: row.week as WorkingCalendar['week'],
    exceptions: row.exceptions as (WorkingCalendar['exceptions'][number] & Named)[],
    closures: row.closures as (WorkingCalendar['closures'][number] & Named)[],
  };
  return {
    id: row.id,
    version: row.version,
    name: row.name as LocaleText,
    timeZone: calendar.timeZone,
    open: openTime(calendar),
    names: new Map([...calendar.exceptions, ...calendar.closures].map((one) => [one.id, one.name])),
  };
}

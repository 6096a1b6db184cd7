// Working calendars as the API shows them, and as the table wants them.
import type { LocaleText } from '#contract/common.ts';
import type { WorkingCalendar, WorkingCalendarInput } from '#contract/service-levels.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { actorId } from '#platform/actor.ts';
import { on, type Context } from '#platform/context.ts';
import type { ServiceLevelTables } from './tables.ts';

/** Those of the organisation, with the name of whoever changed each last. */
export function calendars(ctx: Context) {
  return on<ServiceLevelTables & OrganisationViews>(ctx)
    .selectFrom('working_calendars as w')
    .leftJoin('person_briefs as p', (join) =>
      join.onRef('p.organisation_id', '=', 'w.organisation_id').onRef('p.id', '=', 'w.changed_by'),
    )
    .select(['w.id', 'w.version', 'w.name', 'w.time_zone', 'w.week', 'w.exceptions', 'w.closures'])
    .select(['w.is_default', 'w.changed_at', 'p.name as changed_by_name'])
    .where('w.organisation_id', '=', ctx.organisationId);
}

type Row = Awaited<ReturnType<ReturnType<typeof calendars>['executeTakeFirstOrThrow']>>;

export const calendarOf = (row: Row): WorkingCalendar => ({
  id: row.id,
  version: row.version,
  name: row.name as LocaleText,
  timeZone: row.time_zone,
  week: row.week as WorkingCalendar['week'],
  exceptions: row.exceptions as WorkingCalendar['exceptions'],
  closures: row.closures as WorkingCalendar['closures'],
  isDefault: row.is_default,
  changedAt: row.changed_at,
  changedBy: row.changed_by_name,
});

/** What a change writes, with when and by whom. */
export const columnsOf = (ctx: Context, input: WorkingCalendarInput) => ({
  name: JSON.stringify(input.name),
  time_zone: input.timeZone,
  week: JSON.stringify(input.week),
  exceptions: JSON.stringify(input.exceptions),
  closures: JSON.stringify(input.closures),
  changed_at: ctx.clock.now(),
  changed_by: ctx.actor.kind === 'staff' ? actorId(ctx.actor) : null,
});

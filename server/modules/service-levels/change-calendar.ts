// Changes a working calendar as a whole, from the version that the change was made from.
import type { WorkingCalendar, WorkingCalendarInput } from '#contract/service-levels.ts';
import { append, on, type Context } from '#platform/context.ts';
import { acceptCalendar } from './accept-calendar.ts';
import { compareCalendars } from './compare-calendars.ts';
import { serviceLevelErrors } from './errors.ts';
import { getCalendar, holdCalendar } from './get-calendar.ts';
import type { ServiceLevelTables } from './tables.ts';
import { columnsOf } from './working-calendar.ts';

/**
 * A change of nothing is none. Throws `working-calendar.not-found`, `working-calendar.changed-meanwhile` (the version is not the
 * current one), `request.invalid` with a fault for each field.
 */
export async function changeCalendar(
  ctx: Context,
  { id, version, ...input }: WorkingCalendarInput & { id: string; version: number },
): Promise<WorkingCalendar> {
  const calendar = acceptCalendar(input);
  const before = await holdCalendar(ctx, id);
  if (before.version !== version) throw serviceLevelErrors.calendarChanged({ id, version: before.version });
  const changes = compareCalendars(before, calendar);
  if (changes.fields.length === 0) return before;
  await on<ServiceLevelTables>(ctx)
    .updateTable('working_calendars')
    .set({ version: version + 1, ...columnsOf(ctx, calendar) })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
  append(ctx, {
    type: 'working-calendar.changed',
    subjectType: 'working-calendar',
    subjectId: id,
    data: { version: version + 1, ...changes },
  });
  return getCalendar(ctx, id);
}

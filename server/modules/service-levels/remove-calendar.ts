// Removes a working calendar that is not the default one.
import { append, on, type Context } from '#platform/context.ts';
import { serviceLevelErrors } from './errors.ts';
import { holdCalendar } from './get-calendar.ts';
import { lockCalendars } from './lock-calendars.ts';
import type { ServiceLevelTables } from './tables.ts';

/** Throws `working-calendar.not-found`, `working-calendar.is-default`. */
export async function removeCalendar(ctx: Context, id: string): Promise<void> {
  await lockCalendars(ctx);
  const { isDefault, version } = await holdCalendar(ctx, id);
  if (isDefault) throw serviceLevelErrors.calendarIsDefault({ id });
  await on<ServiceLevelTables>(ctx)
    .deleteFrom('working_calendars')
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
  append(ctx, {
    type: 'working-calendar.removed',
    subjectType: 'working-calendar',
    subjectId: id,
    data: { version },
  });
}

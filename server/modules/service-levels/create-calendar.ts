// Makes a working calendar. It holds where it is named; the default one stays the default.
import type { WorkingCalendar, WorkingCalendarInput } from '#contract/service-levels.ts';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { acceptCalendar } from './accept-calendar.ts';
import { serviceLevelErrors } from './errors.ts';
import { getCalendar } from './get-calendar.ts';
import { mostCalendars } from './list-calendars.ts';
import { lockCalendars } from './lock-calendars.ts';
import type { ServiceLevelTables } from './tables.ts';
import { columnsOf } from './working-calendar.ts';

/** Throws `request.invalid` with a fault for each field, `working-calendar.too-many`. */
export async function createCalendar(ctx: Context, input: WorkingCalendarInput): Promise<WorkingCalendar> {
  const calendar = acceptCalendar(input);
  await lockCalendars(ctx);
  const db = on<ServiceLevelTables>(ctx);
  const { count } = await db
    .selectFrom('working_calendars')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('organisation_id', '=', ctx.organisationId)
    .executeTakeFirstOrThrow();
  if (Number(count) >= mostCalendars) throw serviceLevelErrors.tooManyCalendars({ most: mostCalendars });
  const id = newId();
  await db
    .insertInto('working_calendars')
    .values({ organisation_id: ctx.organisationId, id, version: 1, ...columnsOf(ctx, calendar), is_default: false })
    .execute();
  append(ctx, {
    type: 'working-calendar.created',
    subjectType: 'working-calendar',
    subjectId: id,
    data: { version: 1, timeZone: calendar.timeZone },
  });
  return getCalendar(ctx, id);
}

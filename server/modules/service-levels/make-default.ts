// Makes a working calendar the one that holds where no other is named.
import type { WorkingCalendar } from '#contract/service-levels.ts';
import { append, on, type Context } from '#platform/context.ts';
import { getCalendar } from './get-calendar.ts';
import { lockCalendars } from './lock-calendars.ts';
import type { ServiceLevelTables } from './tables.ts';

/** What it says stays as it was, and so does its version: whoever is changing it may go on. Throws `working-calendar.not-found`. */
export async function makeDefault(ctx: Context, id: string): Promise<WorkingCalendar> {
  await lockCalendars(ctx);
  const calendar = await getCalendar(ctx, id);
  if (calendar.isDefault) return calendar;
  const set = (isDefault: boolean) =>
    on<ServiceLevelTables>(ctx)
      .updateTable('working_calendars')
      .set({ is_default: isDefault })
      .where('organisation_id', '=', ctx.organisationId);
  const before = await set(false).where('is_default', '=', true).returning('id').executeTakeFirstOrThrow();
  await set(true).where('id', '=', id).execute();
  append(ctx, {
    type: 'working-calendar.made-default',
    subjectType: 'working-calendar',
    subjectId: id,
    data: { before: before.id },
  });
  return { ...calendar, isDefault: true };
}

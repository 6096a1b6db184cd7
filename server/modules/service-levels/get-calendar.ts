// One working calendar, to look at or to change.
import type { WorkingCalendar } from '#contract/service-levels.ts';
import type { Context } from '#platform/context.ts';
import { serviceLevelErrors } from './errors.ts';
import { calendarOf, calendars } from './working-calendar.ts';

/** Throws `working-calendar.not-found`. */
export async function getCalendar(ctx: Context, id: string): Promise<WorkingCalendar> {
  const row = await calendars(ctx).where('w.id', '=', id).executeTakeFirst();
  if (!row) throw serviceLevelErrors.calendarNotFound({ id });
  return calendarOf(row);
}

/** Held against another change until the transaction ends. Throws `working-calendar.not-found`. */
export async function holdCalendar(ctx: Context, id: string): Promise<WorkingCalendar> {
  const row = await calendars(ctx).where('w.id', '=', id).forUpdate('w').executeTakeFirst();
  if (!row) throw serviceLevelErrors.calendarNotFound({ id });
  return calendarOf(row);
}

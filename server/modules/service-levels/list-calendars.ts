// All working calendars of the organisation.
import type { WorkingCalendar } from '#contract/service-levels.ts';
import type { Context } from '#platform/context.ts';
import { calendarOf, calendars } from './working-calendar.ts';

/** No page: every calendar has staff who keep it, and there are never more than this. */
export const mostCalendars = 100;

/** The default one first. */
export async function listCalendars(ctx: Context): Promise<{ items: WorkingCalendar[] }> {
  const rows = await calendars(ctx).orderBy('w.is_default', 'desc').orderBy('w.id').limit(mostCalendars).execute();
  return { items: rows.map(calendarOf) };
}

// The period of statistics: whole months of the organisation's own calendar.
import { addDays, addMonths, fromIsoDate, isoDateAt, toIsoDate } from '#kernel/calendar/calendar-date.ts';
import { firstDayOf } from '#kernel/calendar/periods.ts';
import { dateSettings } from '#modules/organisation/index.ts';
import type { Context } from '#platform/context.ts';

/**
 * First and last day, Gregorian: the months that hold the given days and those between, by default the twelve up to this one.
 * Whole months only: by moving a day at a time a reader could see one buyer come and go.
 */
export async function statisticsPeriod(
  ctx: Context,
  given: { from?: string | undefined; to?: string | undefined },
): Promise<{ from: string; to: string }> {
  const settings = await dateSettings(ctx);
  const monthOf = (day: string) => firstDayOf('month', fromIsoDate(day, settings.calendar), settings);
  const last = monthOf(given.to ?? isoDateAt(ctx.clock.now(), settings.timeZone));
  const first = given.from === undefined ? addMonths(last, -11) : monthOf(given.from);
  return { from: toIsoDate(first), to: toIsoDate(addDays(addMonths(last, 1), -1)) };
}

// The day of a purchase: a day of the organisation's time zone that has begun.
import { isoDateAt } from '#kernel/calendar/calendar-date.ts';
import { dateSettings } from '#modules/organisation/index.ts';
import type { Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';

/** The oldest day that is no slip of the finger. */
export const firstPurchaseDay = '1950-01-01';

/** Throws `request.invalid` with the fault `in-the-future` or `invalid` of `boughtOn`. */
export async function checkPurchaseDay(ctx: Context, boughtOn: string): Promise<void> {
  const today = isoDateAt(ctx.clock.now(), (await dateSettings(ctx)).timeZone);
  if (boughtOn > today) throw invalidField('boughtOn', 'in-the-future');
  if (boughtOn < firstPurchaseDay) throw invalidField('boughtOn', 'invalid');
}

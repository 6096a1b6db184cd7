// By when a customer has our answer, as the portal says it.
import { lastMoment } from '#kernel/calendar/last-moment.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import { promisedBy } from '#modules/service-levels/index.ts';
import type { Context } from '#platform/context.ts';

/** Null: nothing is promised, or the clock stands still. */
export async function answerBy(ctx: Context, caseId: string): Promise<Date | null> {
  const due = await promisedBy(ctx, caseId);
  return due && lastMoment(due, (await readOrganisation(ctx)).timeZone);
}

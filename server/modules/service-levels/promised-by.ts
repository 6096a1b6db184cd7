// By when a customer was promised an answer: the due time of the resolution as it stands.
import { byKey, type Context } from '#platform/context.ts';
import type { ServiceLevelTables } from './tables.ts';

/** Null: nothing is promised, or the clock stands still. */
export async function promisedBy(ctx: Context, caseId: string): Promise<Date | null> {
  const row = await byKey<ServiceLevelTables>(ctx)
    .selectFrom('clocks')
    .select('due_at')
    .where('organisation_id', '=', ctx.organisationId)
    .where('case_id', '=', caseId)
    .where('target', '=', 'claim')
    .where('ordinal', '=', 1)
    .executeTakeFirst();
  return row?.due_at ?? null;
}

// Makes changes of which calendars there are, and which is the default, wait for each other until the transaction ends.
import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

/** Two that become the default at the same moment could both be right alone; so could a removal beside them. */
export async function lockCalendars(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('working calendars ' || ${ctx.organisationId}::text, 0))`.execute(
    ctx.transaction,
  );
}

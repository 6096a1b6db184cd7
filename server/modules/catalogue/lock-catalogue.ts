// Makes changes of the catalogue wait for each other, until the transaction ends.
import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

/** Two moves at the same moment could each be right alone and close a circle together; two changes could undo each other. */
export async function lockCatalogue(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('catalogue ' || ${ctx.organisationId}::text, 0))`.execute(
    ctx.transaction,
  );
}

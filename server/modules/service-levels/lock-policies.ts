// Makes changes of policies and of their order wait for each other, until the transaction ends.
import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

/** Two that are right alone could together leave a third without cases, or take the same position. */
export async function lockPolicies(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('service policies ' || ${ctx.organisationId}::text, 0))`.execute(
    ctx.transaction,
  );
}

// One sale or cancellation of a dealer at a time, until the transaction ends.
import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

/**
 * Two tills, or a file sent twice, would both find that a sale is not there yet; and a sale holds the buyer before the customer, a
 * cancellation the other way round. Before anything else is held.
 */
export async function holdDealer(ctx: Context, dealerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sale ${dealerId}`}, 0))`.execute(ctx.transaction);
}

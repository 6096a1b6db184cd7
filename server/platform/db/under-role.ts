// Does a part of the work under the role of another kind of actor, where the database lets only that one read or write.
import { sql } from 'kysely';
import { databaseRole } from '../actor.ts';
import type { Context } from '../context.ts';

/**
 * For imports and the sample: their customers' confirmations pass the same rules as those of living customers. And for a
 * dealer's sale, which finds or makes a customer whom the dealer may not see.
 */
export async function underRole<T>(
  ctx: Context,
  role: 'rida_staff' | 'rida_customer' | 'rida_system',
  work: () => Promise<T>,
): Promise<T> {
  await sql`select set_config('role', ${role}, true)`.execute(ctx.transaction);
  const result = await work();
  await sql`select set_config('role', ${databaseRole(ctx.actor)}, true)`.execute(ctx.transaction);
  return result;
}

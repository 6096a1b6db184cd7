// Holds the rows of customers against another change until the transaction ends, in one order for all.
import { on, type Context } from '#platform/context.ts';
import type { CustomerTables } from './tables.ts';

export async function lockCustomers(ctx: Context, ids: readonly string[]): Promise<void> {
  await on<CustomerTables>(ctx)
    .selectFrom('customers')
    .select('id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}

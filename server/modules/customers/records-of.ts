// All records of a customer: the surviving one first, then those merged into it. Whoever asks for "everything of a customer" asks for these.
import { sql } from 'kysely';
import { byKey, type Context } from '#platform/context.ts';
import type { CustomerTables } from './tables.ts';

/** For any record of the customer. Empty when there is none of that id. */
export async function recordsOf(ctx: Context, customerId: string): Promise<string[]> {
  const db = byKey<CustomerTables>(ctx);
  const survivor = db
    .selectFrom('customers')
    .select((row) => row.fn.coalesce('merged_into_id', 'id').as('id'))
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', customerId);
  const rows = await db
    .selectFrom('customers')
    .select('id')
    .where('organisation_id', '=', ctx.organisationId)
    .where((where) => where.or([where('id', '=', survivor), where('merged_into_id', '=', survivor)]))
    .orderBy(sql`merged_into_id nulls first`)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

/** The record that a record counts as: itself, unless it was merged. Null when there is none of that id. */
export async function survivorOf(ctx: Context, customerId: string): Promise<string | null> {
  const row = await byKey<CustomerTables>(ctx)
    .selectFrom('customers')
    .select(['id', 'merged_into_id'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', customerId)
    .executeTakeFirst();
  return row ? (row.merged_into_id ?? row.id) : null;
}

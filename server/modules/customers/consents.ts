// What a customer consented to: the words in force, and all that were ever said.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Consent } from '#contract/customer-record.ts';
import { on, type Context } from '#platform/context.ts';
import { recordsOf } from './records-of.ts';
import { requireOpen } from './require-open.ts';
import type { CustomerTables } from './tables.ts';

type ConsentView = z.infer<typeof Consent>;

/**
 * The last word for each purpose and channel. `records` are all records of one customer: what two of them say differently is not
 * given, since a merge never widens consent. Of equal words the latest is shown, with its source.
 */
export async function consentsInForce(ctx: Context, records: readonly string[]): Promise<ConsentView[]> {
  const { rows } = await sql<ConsentView>`
    with last as (
      select distinct on (customer_id, purpose, channel) purpose, channel, given, source, at, id from consents
       where organisation_id = ${ctx.organisationId} and customer_id = any (${records}::uuid[])
       order by customer_id, purpose, channel, at desc, id desc
    )
    select distinct on (purpose, channel) purpose, channel, given, source, at from last
     order by purpose, channel, given, at desc, id desc`.execute(ctx.transaction);
  return rows;
}

/** Newest first. Throws `customer.not-found`. */
export async function listConsents(
  ctx: Context,
  customerId: string,
): Promise<{ items: (ConsentView & { id: string })[] }> {
  await requireOpen(ctx, customerId);
  const items = await on<CustomerTables>(ctx)
    .selectFrom('consents')
    .select(['id', 'purpose', 'channel', 'given', 'source', 'at'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('customer_id', 'in', await recordsOf(ctx, customerId))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return { items };
}

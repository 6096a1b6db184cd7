// How a customer can be reached: all ways, those that whoever asks may see, or the best one of a channel.
import { sql } from 'kysely';
import { byKey, type Context } from '#platform/context.ts';
import { accessOf, openTo } from './access.ts';
import { contactPointOrder, contactPointView, type Channel, type ContactPointView } from './contact-point.ts';
import type { CustomerTables } from './tables.ts';

const current = (ctx: Context, records: readonly string[]) =>
  byKey<CustomerTables>(ctx)
    .selectFrom('contact_points as p')
    .select(['p.id', 'p.channel', 'p.value', 'p.verified_at'])
    .where('p.organisation_id', '=', ctx.organisationId)
    .where(sql<boolean>`p.customer_id = any(${[...records]}::uuid[])`)
    .where('p.removed_at', 'is', null)
    .orderBy(contactPointOrder);

/** Of one record. The best first: those the customer proved, then the newest. */
export function contactPointsOf(ctx: Context, customerId: string): Promise<ContactPointView[]> {
  return contactPointsOfRecords(ctx, [customerId]);
}

/** Of a customer with all merged records. */
export async function contactPointsOfRecords(ctx: Context, records: readonly string[]): Promise<ContactPointView[]> {
  return (await current(ctx, records).execute()).map(contactPointView);
}

/** For the customer of a case: none where the customer or the class is not open to whoever asks. */
export async function shownContactPoints(ctx: Context, customerId: string): Promise<ContactPointView[]> {
  const access = await accessOf(ctx);
  if (!access.read.has('contact')) return [];
  const open = await byKey<CustomerTables>(ctx)
    .selectFrom('customers as c')
    .select('c.id')
    .where('c.organisation_id', '=', ctx.organisationId)
    .where('c.id', '=', customerId)
    .where(openTo(access))
    .executeTakeFirst();
  return open ? contactPointsOf(ctx, customerId) : [];
}

/** The best one of the channel, or null when the customer cannot be reached by it. */
export async function contactPointFor(
  ctx: Context,
  customerId: string,
  channel: Channel,
): Promise<ContactPointView | null> {
  const row = await current(ctx, [customerId]).where('p.channel', '=', channel).limit(1).executeTakeFirst();
  return row ? contactPointView(row) : null;
}

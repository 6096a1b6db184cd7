// Writes a new customer with its addresses, or the addresses of a known one, where another transaction may write the same.
import { sql } from 'kysely';
import type { Language } from '#contract/common.ts';
import { on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import type { Channel, ContactPointView } from './contact-point.ts';
import type { Identity } from './find-customer.ts';
import type { CustomerTables } from './tables.ts';

export type NewCustomer = {
  id: string;
  kind: 'person' | 'company';
  name: string;
  language: Language;
  preferredChannel: Channel | null;
  /** Of staff who see only their own customers: themselves. */
  responsibleId: string | null;
};

type Addresses = Pick<Identity, 'email' | 'phone'>;

/** Writes the addresses that nobody has, in one order for all, and answers with those written. A taken one stays where it is. */
export async function insertContactPoints(
  ctx: Context,
  customerId: string,
  { email, phone }: Addresses,
): Promise<ContactPointView[]> {
  const points = [
    ...(email ? [{ channel: 'email' as const, value: email }] : []),
    ...(phone ? [{ channel: 'phone' as const, value: phone }] : []),
  ];
  return on<CustomerTables>(ctx)
    .insertInto('contact_points')
    .values(
      points.map((point) => ({
        organisation_id: ctx.organisationId,
        id: newId(),
        customer_id: customerId,
        ...point,
        added_at: ctx.clock.now(),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'channel', 'value']).where('removed_at', 'is', null).doNothing(),
    )
    .returning(['id', 'channel', 'value', 'verified_at as verifiedAt'])
    .execute();
}

/**
 * One statement: the e-mail, then the phone, then the customer, each only when the one before was ours to have. An insertion
 * that meets the same address in another open transaction waits for it; once that commits, the address is taken. The order is
 * the same for everybody, so two never wait for each other. When the customer was not written, addresses that were must be
 * given to the one who is found now (`adoptContactPoints`); the foreign key is looked at only at the end of the transaction.
 * A taken address that does not decide who the customer is (not in `deciding`) is left where it is.
 */
export async function insertCustomer(
  ctx: Context,
  customer: NewCustomer,
  { email, phone, externalId }: Identity,
  deciding: Identity,
): Promise<{ registered: boolean; contactPoints: ContactPointView[] }> {
  const now = ctx.clock.now();
  const point = (channel: Channel, value: string | undefined) =>
    sql`select ${ctx.organisationId}::uuid, ${newId()}::uuid, ${customer.id}::uuid, ${channel}, ${value ?? null}::text, ${now}::timestamptz`;
  const insertPoint = sql`insert into contact_points (organisation_id, id, customer_id, channel, value, added_at)`;
  const unlessTaken = sql`on conflict (organisation_id, channel, value) where removed_at is null do nothing returning id`;
  const { rows } = await sql<{ email_id: string | null; phone_id: string | null; registered: boolean }>`
    with email_point as (
      ${insertPoint} ${point('email', email)} where ${email !== undefined} ${unlessTaken}
    ), phone_point as (
      ${insertPoint} ${point('phone', phone)} where ${phone !== undefined} and (${email === undefined} or exists (select from email_point)) ${unlessTaken}
    ), customer as (
      insert into customers (organisation_id, id, kind, name, language, preferred_channel, external_id, responsible_id, registered_at)
      select ${ctx.organisationId}::uuid, ${customer.id}::uuid, ${customer.kind}, ${customer.name}, ${customer.language}, ${customer.preferredChannel}::text, ${externalId ?? null}::text, ${customer.responsibleId}::uuid, ${now}::timestamptz
       where (${deciding.email === undefined} or exists (select from email_point)) and (${deciding.phone === undefined} or exists (select from phone_point))
      on conflict (organisation_id, external_id) where external_id is not null do nothing
      returning id
    )
    select (select id from email_point) as email_id, (select id from phone_point) as phone_id, exists (select from customer) as registered`.execute(
    ctx.transaction,
  );
  const { email_id, phone_id, registered } = rows[0]!;
  const contactPoints: ContactPointView[] = [];
  if (email && email_id) contactPoints.push({ id: email_id, channel: 'email', value: email, verifiedAt: null });
  if (phone && phone_id) contactPoints.push({ id: phone_id, channel: 'phone', value: phone, verifiedAt: null });
  return { registered, contactPoints };
}

/** Gives the addresses of a customer who was not written after all to the one who was first. */
export async function adoptContactPoints(ctx: Context, unwrittenId: string, customerId: string): Promise<void> {
  await on<CustomerTables>(ctx)
    .updateTable('contact_points')
    .set({ customer_id: customerId })
    .where('organisation_id', '=', ctx.organisationId)
    .where('customer_id', '=', unwrittenId)
    .execute();
}

/** Notes the external id of a known customer who had none; false when another customer got it at the same moment. */
export async function linkExternalId(ctx: Context, customerId: string, externalId: string): Promise<boolean> {
  await sql`savepoint link_external_id`.execute(ctx.transaction);
  try {
    const result = await on<CustomerTables>(ctx)
      .updateTable('customers')
      .set({ external_id: externalId })
      .where('organisation_id', '=', ctx.organisationId)
      .where('id', '=', customerId)
      .where('external_id', 'is', null)
      .executeTakeFirst();
    await sql`release savepoint link_external_id`.execute(ctx.transaction);
    return result.numUpdatedRows > 0n;
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error;
    await sql`rollback to savepoint link_external_id`.execute(ctx.transaction);
    return false;
  }
}

// Who of the customers has these external ids, national ids, e-mails and phones: one look for a whole batch.
import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { MatchKey } from './customer-row.ts';

export type Keys = Record<MatchKey, readonly string[]>;

/** "email sara@example.org" → the surviving record of whoever has it. */
export type Owners = Map<string, { customerId: string; mergedRecord: boolean }>;

export const ownerKey = (kind: MatchKey, value: string): string => `${kind} ${value}`;

export async function ownersOf(ctx: Context, keys: Keys): Promise<Owners> {
  const { rows } = await sql<{ kind: MatchKey; value: string; id: string; survivor: string }>`
    select 'externalId' as kind, c.external_id as value, c.id, coalesce(c.merged_into_id, c.id) as survivor
      from customers c where c.organisation_id = ${ctx.organisationId} and c.external_id = any(${keys.externalId}::text[])
    union all
    select 'nationalId', c.national_id, c.id, c.id
      from customers c where c.organisation_id = ${ctx.organisationId} and c.national_id = any(${keys.nationalId}::text[]) and c.merged_into_id is null
    union all
    select p.channel, p.value, c.id, coalesce(c.merged_into_id, c.id)
      from contact_points p join customers c on c.organisation_id = p.organisation_id and c.id = p.customer_id
     where p.organisation_id = ${ctx.organisationId} and p.removed_at is null and p.channel = 'email' and p.value = any(${keys.email}::text[])
    union all
    select p.channel, p.value, c.id, coalesce(c.merged_into_id, c.id)
      from contact_points p join customers c on c.organisation_id = p.organisation_id and c.id = p.customer_id
     where p.organisation_id = ${ctx.organisationId} and p.removed_at is null and p.channel = 'phone' and p.value = any(${keys.phone}::text[])`.execute(
    ctx.transaction,
  );
  return new Map(
    rows.map(({ kind, value, id, survivor }) => [
      ownerKey(kind, value),
      { customerId: survivor, mergedRecord: id !== survivor },
    ]),
  );
}

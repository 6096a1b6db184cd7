// Whose external id, e-mail or phone is it? One look that also says which of the addresses belong to somebody.
import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { contactPointOrder, contactPointView, type ContactPointView } from './contact-point.ts';

/** Normalised. */
export type Identity = { externalId?: string | undefined; email?: string | undefined; phone?: string | undefined };

export type FoundCustomer = {
  id: string;
  name: string;
  language: 'ar' | 'fa' | 'en';
  externalId: string | null;
  contactPoints: ContactPointView[];
};

/** The external id decides before the e-mail, the e-mail before the phone. `owned` are the given addresses that belong to somebody. */
export async function findCustomer(
  ctx: Context,
  { externalId, email, phone }: Identity,
): Promise<{ customer: FoundCustomer | null; owned: Set<string> }> {
  if (!externalId && !email && !phone) return { customer: null, owned: new Set() };
  if (ctx.actor.kind === 'customer') return { customer: await atAddress(ctx, email, phone), owned: new Set() };
  const { rows } = await sql<FoundCustomer & { precedence: number; address: string | null }>`
    with claims as (
      select 1 as precedence, id as customer_id, null as address from customers
       where organisation_id = ${ctx.organisationId} and external_id = ${externalId ?? null}
      union all
      select case channel when 'email' then 2 else 3 end, customer_id, value from contact_points
       where organisation_id = ${ctx.organisationId} and removed_at is null
         and channel in ('email', 'phone') and value in (${email ?? null}, ${phone ?? null})
    )
    select claims.precedence, claims.address, c.id, c.name, c.language, c.external_id as "externalId",
           coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'channel', p.channel, 'value', p.value, 'verified_at', p.verified_at) order by ${contactPointOrder})
                       from contact_points p
                      where p.organisation_id = c.organisation_id and p.customer_id = c.id and p.removed_at is null), '[]') as "contactPoints"
      from claims join customers c on c.organisation_id = ${ctx.organisationId} and c.id = claims.customer_id
     order by claims.precedence`.execute(ctx.transaction);
  const first = rows[0];
  const owned = new Set(rows.flatMap((row) => row.address ?? []));
  if (!first) return { customer: null, owned };
  const { id, name, language } = first;
  const contactPoints = (first.contactPoints as unknown as Parameters<typeof contactPointView>[0][]).map(
    contactPointView,
  );
  return { customer: { id, name, language, externalId: first.externalId, contactPoints }, owned };
}

/** For customers, who have proved nothing: whose address it is, and nothing else of whoever that is. */
async function atAddress(
  ctx: Context,
  email: string | undefined,
  phone: string | undefined,
): Promise<FoundCustomer | null> {
  const { rows } = await sql<Pick<FoundCustomer, 'id' | 'name' | 'language'>>`
    select id, name, language from customer_at_address(${email ? 'email' : 'phone'}, ${email ?? phone})`.execute(
    ctx.transaction,
  );
  return rows[0] ? { ...rows[0], externalId: null, contactPoints: [] } : null;
}

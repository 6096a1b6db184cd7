// Takes a purchase back: a row that says who and why, and the customer becomes what it was where nothing else made it a customer.
import { sql } from 'kysely';
import type { CustomerStage } from '#contract/customer-record.ts';
import { consentsInForce, describeCustomer, recordConsent, recordsOf } from '#modules/customers/index.ts';
import { append, on, type Context } from '#platform/context.ts';
import { underRole } from '#platform/db/under-role.ts';
import { purchaseErrors } from './errors.ts';
import { holdDealer } from './hold-dealer.ts';
import type { PurchasesTables } from './tables.ts';

type Purchase = { id: string; productId: string; dealerId: string | null; boughtOn: string };

/** The caller found the purchase and may take it back. Throws `purchase.cancelled-already`. */
export async function writeCancellation(ctx: Context, purchase: Purchase, reason: string | null): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'staff' && actor.kind !== 'dealer') throw new Error('only people take purchases back');
  const { id, productId, dealerId, boughtOn } = purchase;
  if (dealerId !== null) await holdDealer(ctx, dealerId);
  const { numAffectedRows = 0n } = await sql`
    insert into purchase_cancellations (organisation_id, purchase_id, dealer_id, reason, cancelled_by_kind, cancelled_by, cancelled_at)
    values (${ctx.organisationId}, ${id}, ${dealerId}, ${reason}, ${actor.kind}, ${actor.personId}, ${ctx.clock.now()})
    on conflict (organisation_id, purchase_id) do nothing`.execute(ctx.transaction);
  // Two at the same moment: the second finds it done.
  if (numAffectedRows === 0n) throw purchaseErrors.cancelledAlready({ id });
  // Whose it is, a dealer does not get to see.
  await underRole(ctx, 'rida_system', async () => {
    const { customerId, buyerId } = await behind(ctx, id);
    if (buyerId !== null) await unsayConsents(ctx, buyerId);
    await restoreStage(ctx, customerId);
    append(ctx, {
      type: 'purchase.cancelled',
      subjectType: 'purchase',
      subjectId: id,
      customerId,
      data: { productId, dealerId, boughtOn },
    });
  });
}

async function behind(ctx: Context, id: string): Promise<{ customerId: string; buyerId: string | null }> {
  return on<PurchasesTables>(ctx)
    .selectFrom('purchases')
    .select(['customer_id as customerId', 'buyer_id as buyerId'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/**
 * Without any purchase that counts, a customer whom a purchase had made a current one is again what it was before. Whom a sale made
 * known becomes a prospective one, unless something else happened with it by then: a case, a letter, an answer.
 */
async function restoreStage(ctx: Context, customerId: string): Promise<void> {
  const records = await recordsOf(ctx, customerId);
  const { rows } = await sql<{ stage: CustomerStage }>`
    select p.stage_before as stage from purchases p
      left join dealer_buyers b on b.organisation_id = p.organisation_id and b.id = p.buyer_id
     where p.organisation_id = ${ctx.organisationId} and p.customer_id = any(${records}::uuid[]) and p.stage_before is not null
       and not exists (select from counted_purchases c where c.organisation_id = p.organisation_id and c.customer_id = any(${records}::uuid[]))
       and not (coalesce(b.made_customer, false) and exists (
             select from events e where e.organisation_id = p.organisation_id and e.customer_id = any(${records}::uuid[])
                and not e.type ^@ 'customer.' and not e.type ^@ 'purchase.'))
       and exists (select from customer_traits t where t.organisation_id = p.organisation_id and t.id = ${records[0]} and t.stage = 'current')
     order by p.recorded_at desc, p.id desc limit 1`.execute(ctx.transaction);
  const [before] = rows;
  if (before && records[0]) await describeCustomer(ctx, records[0], { stage: before.stage });
}

const purposes = ['service-messages', 'surveys', 'marketing'] as const;

/** A dealer's last sale to a buyer was a mistake: what was agreed to at it was said by nobody who bought. */
async function unsayConsents(ctx: Context, buyerId: string): Promise<void> {
  const { rows } = await sql<{ customerId: string; madeCustomer: boolean; dealer: string }>`
    update dealer_buyers b set service_messages = null, surveys = null, marketing = null
      from dealers d
     where b.organisation_id = ${ctx.organisationId} and b.id = ${buyerId} and d.organisation_id = b.organisation_id and d.id = b.dealer_id
       and not exists (select from purchases p where p.organisation_id = b.organisation_id and p.buyer_id = b.id
             and not exists (select from purchase_cancellations x where x.organisation_id = p.organisation_id and x.purchase_id = p.id))
    returning b.customer_id as "customerId", b.made_customer as "madeCustomer", d.name as dealer`.execute(
    ctx.transaction,
  );
  const [buyer] = rows;
  if (!buyer?.madeCustomer) return;
  const inForce = await consentsInForce(ctx, [buyer.customerId]);
  for (const purpose of purposes) {
    const said = inForce.find((one) => one.purpose === purpose && one.channel === 'phone');
    // What the customer said elsewhere since then stands.
    if (said?.given && said.source === buyer.dealer)
      await recordConsent(ctx, { id: buyer.customerId, purpose, channel: 'phone', given: false, source: buyer.dealer });
  }
}

// Writes a purchase and says so on the customer's timeline.
import type { CustomerStage } from '#contract/customer-record.ts';
import { actorId } from '#platform/actor.ts';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import type { PurchasesTables } from './tables.ts';

export type NewPurchase = {
  customerId: string;
  productId: string;
  dealerId: string | null;
  buyerId: string | null;
  place: string | null;
  boughtOn: string;
  receipt?: string | null;
  /** What the customer was, when this purchase made it a current one. */
  stageBefore: CustomerStage | null;
};

/** Answers its id. Everything it refers to was checked by the caller. */
export async function insertPurchase(ctx: Context, purchase: NewPurchase): Promise<string> {
  const id = newId();
  const { customerId, productId, dealerId, buyerId, place, boughtOn, stageBefore } = purchase;
  const kind = ctx.actor.kind;
  if (kind === 'customer') throw new Error('a customer records no purchase');
  await on<PurchasesTables>(ctx)
    .insertInto('purchases')
    .values({
      organisation_id: ctx.organisationId,
      id,
      customer_id: customerId,
      product_id: productId,
      dealer_id: dealerId,
      buyer_id: buyerId,
      place,
      bought_on: boughtOn,
      receipt: purchase.receipt ?? null,
      stage_before: stageBefore,
      recorded_by_kind: kind,
      recorded_by: actorId(ctx.actor),
      recorded_at: ctx.clock.now(),
    })
    .execute();
  append(ctx, {
    type: 'purchase.recorded',
    subjectType: 'purchase',
    subjectId: id,
    customerId,
    data: { productId, dealerId, boughtOn },
  });
  return id;
}

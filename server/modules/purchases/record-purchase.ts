// Records what a customer bought, by staff.
import type { Purchase, PurchaseInput } from '#contract/purchases.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { productInUse } from '#modules/catalogue/index.ts';
import { describeCustomer, requireOpen } from '#modules/customers/index.ts';
import { on, type Context } from '#platform/context.ts';
import { dealerInUse } from './dealer.ts';
import { purchaseErrors } from './errors.ts';
import { insertPurchase } from './insert-purchase.ts';
import { checkPurchaseDay } from './purchase-day.ts';
import { readPurchase } from './purchase.ts';
import type { PurchasesViews } from './tables.ts';

/** Throws `customer.not-found`, `product.inactive`, `dealer.inactive`, or `purchase.duplicate` unless `again`. */
export async function recordPurchase(ctx: Context, input: PurchaseInput): Promise<Purchase> {
  const { customerId, productId, boughtOn } = input;
  await requireOpen(ctx, customerId);
  await productInUse(ctx, productId);
  if (input.dealerId) await dealerInUse(ctx, input.dealerId);
  await checkPurchaseDay(ctx, boughtOn);
  if (!input.again && (await isThere(ctx, input))) throw purchaseErrors.duplicate({ boughtOn });
  const stageBefore = await describeCustomer(ctx, customerId, { stage: 'current' });
  const id = await insertPurchase(ctx, {
    customerId,
    productId,
    dealerId: input.dealerId ?? null,
    buyerId: null,
    place: cleanText(input.place ?? '') || null,
    boughtOn,
    stageBefore,
  });
  return readPurchase(ctx, id);
}

async function isThere(ctx: Context, { customerId, productId, boughtOn }: PurchaseInput): Promise<boolean> {
  const row = await on<PurchasesViews>(ctx)
    .selectFrom('counted_purchases')
    .select('id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('customer_id', '=', customerId)
    .where('bought_on', '=', boughtOn)
    .where('product_id', '=', productId)
    .executeTakeFirst();
  return row !== undefined;
}

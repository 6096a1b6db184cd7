// Enters one sale of a dealer, from the form or from a row of a file: the one way in which a dealer's sale comes to be.
import type { SaleInput } from '#contract/purchases.ts';
import { toLatinDigits } from '#kernel/digits.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { productInUse } from '#modules/catalogue/index.ts';
import { describeCustomer } from '#modules/customers/index.ts';
import { on, type Context } from '#platform/context.ts';
import { underRole } from '#platform/db/under-role.ts';
import { invalidField } from '#platform/errors.ts';
import { readBuyer } from './buyer.ts';
import { cleanBuyer, enterBuyer, type Seller } from './enter-buyer.ts';
import { purchaseErrors } from './errors.ts';
import { holdDealer } from './hold-dealer.ts';
import { insertPurchase } from './insert-purchase.ts';
import { checkPurchaseDay } from './purchase-day.ts';
import { soldAlready } from './sold-already.ts';
import type { PurchasesTables } from './tables.ts';
import { takeConsents } from './take-consents.ts';

/**
 * Answers the id. Throws `product.inactive`, `buyer.not-found`, `request.invalid`, or `purchase.duplicate` unless `again`, with
 * `cancelled` when the same sale was there and was taken back. `fromFile`: such a sale stays taken back, since a file sent once
 * more does not mean it; whoever types it again does.
 */
export async function enterSale(
  ctx: Context,
  dealer: Seller & { name: string },
  input: SaleInput,
  { fromFile = false }: { fromFile?: boolean } = {},
): Promise<string> {
  const { productId, boughtOn } = input;
  await productInUse(ctx, productId);
  await checkPurchaseDay(ctx, boughtOn);
  const receipt = toLatinDigits(cleanText(input.receipt ?? '')) || null;
  const known = input.buyerId === undefined ? null : await readBuyer(ctx, dealer.id, input.buyerId);
  const given = known ?? (input.buyer ? await cleanBuyer(ctx, input.buyer) : null);
  if (given === null) throw invalidField('buyer', 'required');
  await holdDealer(ctx, dealer.id);
  const asked = { buyerId: known?.id ?? null, phone: given.phone, name: given.name, productId, boughtOn, receipt };
  const [before] = input.again ? ['no' as const] : await soldAlready(ctx, dealer.id, [asked]);
  if (before === 'yes' || (before === 'cancelled' && fromFile))
    throw purchaseErrors.duplicate({ boughtOn, cancelled: before === 'cancelled' });
  const { buyerId, made } = known
    ? { buyerId: known.id, made: false }
    : await enterBuyer(ctx, dealer, given as Awaited<ReturnType<typeof cleanBuyer>>);
  // Who the customer is stays between these lines: the dealer's role cannot read it.
  const { customerId, stageBefore } = await underRole(ctx, 'rida_system', async () => {
    const buyer = await customerBehind(ctx, buyerId);
    await takeConsents(ctx, { id: buyerId, ...buyer }, input.consents ?? {}, dealer.name);
    const before = await describeCustomer(ctx, buyer.customerId, { stage: 'current' });
    // Whom this sale made known had been no customer before it.
    return { customerId: buyer.customerId, stageBefore: made ? ('prospective' as const) : before };
  });
  const place = cleanText(input.place ?? '') || null;
  const dealerId = dealer.id;
  return insertPurchase(ctx, {
    customerId,
    productId,
    dealerId,
    buyerId,
    place,
    boughtOn,
    receipt,
    stageBefore,
  });
}

async function customerBehind(ctx: Context, buyerId: string) {
  return on<PurchasesTables>(ctx)
    .selectFrom('dealer_buyers')
    .select(['customer_id as customerId', 'made_customer as madeCustomer', 'phone'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', buyerId)
    .executeTakeFirstOrThrow();
}

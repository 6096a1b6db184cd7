// A year of purchases of the sample organisation: what it sells, four dealers, and the buyers whom they entered.
import { isoDateAt } from '#kernel/calendar/calendar-date.ts';
import { createProduct, createProductCategory } from '#modules/catalogue/index.ts';
import type { SampleCustomer } from '#modules/customers/index.ts';
import { createPerson, dateSettings } from '#modules/organisation/index.ts';
import { asOf } from '#platform/as-of.ts';
import type { Context } from '#platform/context.ts';
import { insertRows } from '#platform/db/insert-rows.ts';
import { insertHistory } from '#platform/events/insert-history.ts';
import { newId } from '#platform/ids.ts';
import type { Random } from '#platform/random.ts';
import { createDealer } from './create-dealer.ts';
import { goods, shops } from './sample/goods.ts';
import type { PurchasesTables } from './tables.ts';

/** The address under which the first dealer's person signs in. */
export const sampleDealerEmail = 'dealer@example.org';
const dayMs = 86_400_000;

type Shop = { dealerId: string; personId: string; places: readonly string[]; buyers: Map<string, string> };
type Sold = {
  id: string;
  customer: SampleCustomer;
  productId: string;
  shop: Shop | null;
  buyerId: string | null;
  place: string | null;
  at: Date;
};

/** `since`: when the dealers were added. `accountId`: the sign-in of the first dealer's person. */
export async function writeSamplePurchases(
  ctx: Context,
  random: Random,
  input: {
    country: string;
    customers: readonly SampleCustomer[];
    since: Date;
    end: Date;
    accountId: string | undefined;
  },
): Promise<void> {
  const { customers, since, end } = input;
  const products = await asOf(ctx, since, writeGoods);
  const names = shops[input.country === 'IR' ? 'fa' : 'ar'];
  const sellers = await asOf(ctx, since, (past) => openShops(past, names, input.accountId));
  const weights = Object.fromEntries(products.map(({ id, weight }) => [id, weight]));
  const sold: Sold[] = [];
  for (const customer of customers) {
    if (!random.chance(0.55)) continue;
    const count = random.pick([1, 1, 1, 2, 2, 3, 4]);
    for (let number = 0; number < count; number += 1) {
      const first = Math.max(customer.since.getTime(), since.getTime()) + dayMs;
      if (first >= end.getTime()) continue;
      const productId = random.weighted(Object.keys(weights), (id) => weights[id] ?? 1);
      // Whoever left no phone bought from the organisation itself.
      const shop = customer.phone && random.chance(0.7) ? random.pick(sellers) : null;
      if (shop && !shop.buyers.has(customer.id)) shop.buyers.set(customer.id, newId());
      sold.push({
        id: newId(),
        customer,
        productId,
        shop,
        buyerId: shop?.buyers.get(customer.id) ?? null,
        place: shop ? random.pick(shop.places) : null,
        at: new Date(random.between(first, end.getTime())),
      });
    }
  }
  await write(ctx, sold, (await dateSettings(ctx)).timeZone);
}

async function writeGoods(ctx: Context): Promise<{ id: string; weight: number }[]> {
  const products: { id: string; weight: number }[] = [];
  for (const { name, products: listed } of goods) {
    const category = await createProductCategory(ctx, { name });
    for (const { name: title, code, weight } of listed) {
      const { id } = await createProduct(ctx, { kind: 'product', name: title, code, categoryId: category.id });
      products.push({ id, weight });
    }
  }
  return products;
}

async function openShops(ctx: Context, names: (typeof shops)['ar'], accountId: string | undefined): Promise<Shop[]> {
  const opened: Shop[] = [];
  for (const [index, { name, person, places }] of names.entries()) {
    const { id: dealerId } = await createDealer(ctx, { name, contactName: person });
    const first = index === 0;
    const personId = await createPerson(ctx, {
      name: person,
      email: first ? sampleDealerEmail : `seller-${index + 1}@example.org`,
      roles: [],
      dealerId,
      accountId: first ? accountId : null,
    });
    opened.push({ dealerId, personId, places, buyers: new Map() });
  }
  return opened;
}

async function write(ctx: Context, sold: readonly Sold[], timeZone: string): Promise<void> {
  const organisation_id = ctx.organisationId;
  const entered = new Map<string, Sold>();
  for (const one of sold.toSorted((a, b) => a.at.getTime() - b.at.getTime()))
    if (one.buyerId && !entered.has(one.buyerId)) entered.set(one.buyerId, one);
  await insertRows<PurchasesTables, 'dealer_buyers'>(
    ctx,
    'dealer_buyers',
    [...entered].flatMap(([id, { customer, shop, at }]) =>
      shop
        ? [
            {
              organisation_id,
              id,
              dealer_id: shop.dealerId,
              customer_id: customer.id,
              made_customer: false,
              kind: customer.kind,
              name: customer.name,
              phone: customer.phone?.value ?? null,
              entered_by: shop.personId,
              entered_at: at,
            },
          ]
        : [],
    ),
  );
  await insertRows<PurchasesTables, 'purchases'>(
    ctx,
    'purchases',
    sold.map(({ id, customer, productId, shop, buyerId, place, at }) => ({
      organisation_id,
      id,
      customer_id: customer.id,
      product_id: productId,
      dealer_id: shop?.dealerId ?? null,
      buyer_id: buyerId,
      place,
      bought_on: isoDateAt(at, timeZone),
      recorded_by_kind: shop ? ('dealer' as const) : ('system' as const),
      recorded_by: shop?.personId ?? null,
      recorded_at: at,
    })),
  );
  await insertHistory(
    ctx,
    sold.map(({ id, customer, productId, shop, at }) => ({
      type: 'purchase.recorded',
      subjectType: 'purchase',
      subjectId: id,
      customerId: customer.id,
      actorKind: shop ? ('dealer' as const) : ('system' as const),
      actorId: shop?.personId ?? null,
      at,
      data: { productId, dealerId: shop?.dealerId ?? null, boughtOn: isoDateAt(at, timeZone) },
    })),
  );
}

// A dealer at the sale: buyers are entered once, customers are found without a word to the dealer, consent is what the buyer may give.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findOrCreateCustomer } from '#modules/customers/index.ts';
import { buildOrganisation, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { buildAgeGroup, buildDealer, buildProduct, buildRegions, type BuiltDealer } from './factory.ts';
import { findBuyers } from './find-buyers.ts';
import { listPurchases } from './list-purchases.ts';
import { recordPurchase } from './record-purchase.ts';
import { recordSale } from './record-sale.ts';
import { saleForm } from './sale-form.ts';
import { listSales } from './sale.ts';
import { updateDealer } from './update-dealer.ts';

let app: TestApp;
let office: BuiltOrganisation;
let dealer: BuiltDealer;
let other: BuiltDealer;
let productId: string;
const today = '2026-11-22';
const page = { limit: 50 };

beforeAll(async () => {
  app = await createTestApp();
  office = await buildOrganisation(app.platform, { country: 'SA', language: 'ar' });
  dealer = await buildDealer(office);
  other = await buildDealer(office, 'متجر الفجر');
  productId = await office.run((ctx) => buildProduct(ctx));
});
afterAll(() => app?.close());

async function rows<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  return (await app.platform.connection.pool.query(sql, [office.organisationId, ...values])).rows as Row[];
}

test('the form, one sale and the list; the purchase stands on the timeline of the customer', async () => {
  const { cityId } = await office.run(buildRegions);
  const ageGroupId = await office.run((ctx) => buildAgeGroup(ctx));
  const form = await office.run(saleForm, dealer.actor);
  expect(form).toMatchObject({
    dealer: { id: dealer.dealerId },
    products: [{ id: productId }],
    ageGroups: [{ id: ageGroupId }],
  });
  expect(form.regions).toHaveLength(3);
  const sale = await office.run(
    (ctx) =>
      recordSale(ctx, {
        buyer: {
          kind: 'person',
          name: ' سارة  الحربي ',
          phone: '٠٥٠١١١٢٢٣٣',
          gender: 'female',
          ageGroupId,
          regionId: cityId,
        },
        productId,
        place: 'فرع العليا',
        boughtOn: today,
        consents: { serviceMessages: true, surveys: false },
      }),
    dealer.actor,
  );
  expect(sale).toMatchObject({
    buyer: { name: 'سارة الحربي', phone: '+966501112233', gender: 'female', ageGroupId, regionId: cityId },
    product: { id: productId },
    place: 'فرع العليا',
    boughtOn: today,
  });
  expect((await office.run((ctx) => listSales(ctx, page), dealer.actor)).items).toEqual([sale]);
  const [customer] = await rows<{ id: string }>(
    `select c.id, c.gender, c.region_id, c.age_group_id, c.stage from customers c join contact_points p using (organisation_id)
      where c.organisation_id = $1 and p.customer_id = c.id and p.value = '+966501112233'`,
  );
  expect(customer).toMatchObject({ gender: 'female', region_id: cityId, age_group_id: ageGroupId, stage: 'current' });
  expect(
    await rows(
      `select actor_kind, actor_id, data from events where organisation_id = $1 and type = 'purchase.recorded' and customer_id = $2`,
      [customer!.id],
    ),
  ).toEqual([
    {
      actor_kind: 'dealer',
      actor_id: dealer.actor.personId,
      data: { productId, dealerId: dealer.dealerId, boughtOn: today },
    },
  ]);
  expect(
    await rows(
      `select purpose, channel, given, source from consents where organisation_id = $1 and customer_id = $2 order by purpose`,
      [customer!.id],
    ),
  ).toEqual([
    { purpose: 'service-messages', channel: 'phone', given: true, source: 'متجر النور' },
    { purpose: 'surveys', channel: 'phone', given: false, source: 'متجر النور' },
  ]);
  expect(await office.run((ctx) => listPurchases(ctx, { customerId: customer!.id, ...page }))).toMatchObject({
    items: [{ id: sale.id, dealer: { name: 'متجر النور' }, customer: { id: customer!.id } }],
    next: null,
  });
});

test('the same phone, product and day asks; meant so, it is entered once more for the same buyer', async () => {
  const sell = (again?: boolean, day = today) =>
    office.run(
      (ctx) =>
        recordSale(ctx, {
          buyer: { kind: 'person', name: 'ليلى', phone: '0502223344' },
          productId,
          boughtOn: day,
          ...(again ? { again } : {}),
        }),
      dealer.actor,
    );
  const first = await sell();
  await expect(sell()).rejects.toMatchObject({ code: 'purchase.duplicate' });
  const second = await sell(true);
  expect(second.buyer).toEqual(first.buyer);
  expect((await sell(false, '2026-11-21')).buyer.id).toBe(first.buyer.id);
  const found = await office.run((ctx) => findBuyers(ctx, { q: '٥٠٢٢٢٣' }), dealer.actor);
  expect(found.items).toEqual([first.buyer]);
  const known = await office.run(
    (ctx) => recordSale(ctx, { buyerId: first.buyer.id, productId, boughtOn: '2026-11-20' }),
    dealer.actor,
  );
  expect(known.buyer).toEqual(first.buyer);
});

test('a customer known to others is linked silently: nothing of them is shown, added or agreed to', async () => {
  const { customerId } = await office.run((ctx) =>
    findOrCreateCustomer(ctx, { name: 'نورة العتيبي', phone: '0503334455', email: 'noura@example.com' }),
  );
  const sale = await office.run(
    (ctx) =>
      recordSale(ctx, {
        buyer: { kind: 'person', name: 'أم خالد', phone: '0503334455', gender: 'female' },
        productId,
        boughtOn: today,
        consents: { serviceMessages: true, marketing: true },
      }),
    dealer.actor,
  );
  expect(sale.buyer.name).toBe('أم خالد');
  expect(JSON.stringify(sale)).not.toContain(customerId);
  expect(await rows(`select name, gender from customers where organisation_id = $1 and id = $2`, [customerId])).toEqual(
    [{ name: 'نورة العتيبي', gender: null }],
  );
  expect(
    await rows(`select purpose from consents where organisation_id = $1 and customer_id = $2`, [customerId]),
  ).toEqual([]);
  expect((await office.run((ctx) => listPurchases(ctx, { customerId, ...page }))).items).toMatchObject([
    { id: sale.id },
  ]);
  // Somebody whom nobody knew gets an answer of the same shape.
  const stranger = await office.run(
    (ctx) =>
      recordSale(ctx, {
        buyer: { kind: 'person', name: 'أم سعد', phone: '0503334466', gender: 'female' },
        productId,
        boughtOn: today,
      }),
    dealer.actor,
  );
  expect(Object.keys(stranger.buyer)).toEqual(Object.keys(sale.buyer));
});

test('dealers do not meet: the same phone is a buyer of each, and neither is asked about a double of the other', async () => {
  const sell = (seller: BuiltDealer, name: string) =>
    office.run(
      (ctx) => recordSale(ctx, { buyer: { kind: 'person', name, phone: '0504445566' }, productId, boughtOn: today }),
      seller.actor,
    );
  const mine = await sell(dealer, 'مها');
  const theirs = await sell(other, 'مها القحطاني');
  expect(theirs.buyer.id).not.toBe(mine.buyer.id);
  expect(theirs.buyer.name).toBe('مها القحطاني');
  expect((await office.run((ctx) => findBuyers(ctx, { q: 'مها' }), other.actor)).items).toEqual([theirs.buyer]);
  await expect(
    office.run((ctx) => recordSale(ctx, { buyerId: mine.buyer.id, productId, boughtOn: today }), other.actor),
  ).rejects.toMatchObject({ code: 'buyer.not-found' });
  const customers = await rows(
    `select distinct customer_id from dealer_buyers where organisation_id = $1 and phone = '+966504445566'`,
  );
  expect(customers).toHaveLength(1);
});

test('what is not so is refused, by field', async () => {
  const sell = (changes: object) =>
    office.run(
      (ctx) =>
        recordSale(ctx, {
          buyer: { kind: 'person', name: 'ريم', phone: '0505556677' },
          productId,
          boughtOn: today,
          ...changes,
        }),
      dealer.actor,
    );
  const refused = (field: string, code: string) => ({ code: 'request.invalid', faults: [{ field, code }] });
  await expect(sell({ boughtOn: '2026-11-23' })).rejects.toMatchObject(refused('boughtOn', 'in-the-future'));
  await expect(sell({ buyer: { kind: 'person', name: 'ريم', phone: '12345' } })).rejects.toMatchObject(
    refused('buyer.phone', 'phone-invalid'),
  );
  await expect(
    sell({ buyer: { kind: 'person', name: 'ريم', regionId: '00000000-0000-7000-8000-000000000000' } }),
  ).rejects.toMatchObject(refused('buyer.regionId', 'not-found'));
  await expect(sell({ buyer: undefined })).rejects.toMatchObject(refused('buyer', 'required'));
  await expect(office.run((ctx) => recordSale(ctx, { productId, boughtOn: today }))).rejects.toMatchObject({
    code: 'access.forbidden',
  });
});

test('a dealer whose work ended enters and sees nothing', async () => {
  const ended = await buildDealer(office, 'متجر قديم');
  await office.run((ctx) => updateDealer(ctx, { id: ended.dealerId, active: false }));
  await expect(office.run(saleForm, ended.actor)).rejects.toMatchObject({ code: 'dealer.inactive', status: 403 });
  await expect(office.run((ctx) => listSales(ctx, page), ended.actor)).rejects.toMatchObject({
    code: 'dealer.inactive',
  });
});

test('staff record a purchase themselves; the same one twice asks', async () => {
  const { customerId } = await office.run((ctx) => findOrCreateCustomer(ctx, { name: 'فهد', phone: '0506667788' }));
  const record = (again?: boolean) =>
    office.run((ctx) =>
      recordPurchase(ctx, { customerId, productId, boughtOn: '2026-10-01', ...(again ? { again } : {}) }),
    );
  expect(await record()).toMatchObject({ customer: { name: 'فهد' }, dealer: null, place: null });
  await expect(record()).rejects.toMatchObject({ code: 'purchase.duplicate' });
  await record(true);
  const first = await office.run((ctx) => listPurchases(ctx, { customerId, limit: 1 }));
  const next = await office.run((ctx) => listPurchases(ctx, { customerId, limit: 1, cursor: first.next! }));
  expect([first.items.length, next.items.length, next.next]).toEqual([1, 1, null]);
  expect(next.items[0]!.id).not.toBe(first.items[0]!.id);
});

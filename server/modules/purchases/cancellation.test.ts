// Purchases taken back: by their dealer within a day, by staff with a reason; they stay, count no more, and the customer is what it was.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consentsInForce, findOrCreateCustomer } from '#modules/customers/index.ts';
import { buildOrganisation, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { append } from '#platform/context.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { cancelPurchase } from './cancel-purchase.ts';
import { cancelSale } from './cancel-sale.ts';
import { buildDealer, buildProduct, type BuiltDealer } from './factory.ts';
import { getDealer } from './get-dealer.ts';
import { listPurchases } from './list-purchases.ts';
import { recordPurchase } from './record-purchase.ts';
import { recordSale } from './record-sale.ts';
import { listSales } from './sale.ts';
import { purchaseStatistics } from './statistics.ts';

let app: TestApp;
let office: BuiltOrganisation;
let dealer: BuiltDealer;
let productId: string;
const today = '2026-11-22';

beforeAll(async () => {
  app = await createTestApp();
  office = await buildOrganisation(app.platform, { country: 'SA', language: 'ar' });
  dealer = await buildDealer(office);
  productId = await office.run((ctx) => buildProduct(ctx));
});
afterAll(() => app?.close());

const sell = (phone: string, more: object = {}, who = dealer) =>
  office.run(
    (ctx) => recordSale(ctx, { buyer: { kind: 'person', name: 'سارة', phone }, productId, boughtOn: today, ...more }),
    who.actor,
  );
const takeBack = (id: string, who = dealer) => office.run((ctx) => cancelSale(ctx, id), who.actor);

async function one<Row>(sql: string, values: readonly unknown[] = []): Promise<Row> {
  const { rows } = await app.platform.connection.pool.query(sql, [office.organisationId, ...values]);
  return rows[0] as Row;
}
const customerOf = async (phone: string) =>
  one<{ id: string; stage: string }>(
    `select c.id, c.stage from customers c join contact_points p on p.organisation_id = c.organisation_id and p.customer_id = c.id
      where c.organisation_id = $1 and p.value = $2`,
    [phone],
  );

test('a dealer takes its own sale back within a day: it stays in its list and on the timeline, and counts no more', async () => {
  const before = (await office.run((ctx) => getDealer(ctx, dealer.dealerId))).purchases;
  const sale = await sell('0508880001');
  expect(sale.cancellableUntil!.getTime() - sale.recordedAt.getTime()).toBe(86_400_000);
  const cancelled = await takeBack(sale.id);
  expect(cancelled).toMatchObject({ id: sale.id, cancellableUntil: null, cancellation: { by: 'dealer' } });
  await expect(takeBack(sale.id)).rejects.toMatchObject({ code: 'purchase.cancelled-already' });
  expect((await office.run((ctx) => listSales(ctx, { limit: 1 }), dealer.actor)).items).toEqual([cancelled]);
  expect((await office.run((ctx) => getDealer(ctx, dealer.dealerId))).purchases).toBe(before);
  const { id } = await customerOf('+966508880001');
  expect((await office.run((ctx) => listPurchases(ctx, { customerId: id, limit: 5 }))).items).toMatchObject([
    { id: sale.id, cancellation: { by: { kind: 'dealer', id: dealer.actor.personId }, reason: null } },
  ]);
  const types = await app.platform.connection.pool.query(
    `select type, actor_kind from events where organisation_id = $1 and customer_id = $2 and type like 'purchase.%' order by id`,
    [office.organisationId, id],
  );
  expect(types.rows).toEqual([
    { type: 'purchase.recorded', actor_kind: 'dealer' },
    { type: 'purchase.cancelled', actor_kind: 'dealer' },
  ]);
  // Typed again, it is a sale as any other.
  expect((await sell('0508880001')).cancellation).toBeNull();
});

test('not that of another dealer, and not after a day', async () => {
  const other = await buildDealer(office, 'متجر الفجر');
  const sale = await sell('0508880002');
  await expect(takeBack(sale.id, other)).rejects.toMatchObject({ code: 'purchase.not-found' });
  const late = await sell('0508880003');
  await app.platform.connection.pool.query(
    `update purchases set recorded_at = recorded_at - interval '24 hours' where organisation_id = $1 and id = $2`,
    [office.organisationId, late.id],
  );
  await expect(takeBack(late.id)).rejects.toMatchObject({ code: 'purchase.cancelled-too-late' });
  await expect(office.run((ctx) => cancelPurchase(ctx, { id: late.id, reason: ' \u200f ' }))).rejects.toMatchObject({
    faults: [{ field: 'reason', code: 'required' }],
  });
  // Staff still can, and say why; the dealer sees that it was the organisation and not who or why.
  expect(await office.run((ctx) => cancelPurchase(ctx, { id: late.id, reason: 'أُدخل مرتين' }))).toMatchObject({
    cancellation: { by: { kind: 'staff' }, reason: 'أُدخل مرتين' },
  });
  const [seen] = (await office.run((ctx) => listSales(ctx, { limit: 1 }), dealer.actor)).items;
  expect(seen!.cancellation).toEqual({ at: expect.any(Date), by: 'organisation' });
});

test('two who take one purchase back at the same moment: one does, the other is told', async () => {
  const sale = await sell('0508880004');
  const outcomes = await Promise.allSettled([
    takeBack(sale.id),
    office.run((ctx) => cancelPurchase(ctx, { id: sale.id, reason: 'خطأ' })),
  ]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(outcomes.find((one) => one.status === 'rejected')!.reason).toMatchObject({
    code: 'purchase.cancelled-already',
  });
});

test('whom a wrong sale made known becomes a prospective one, and what was agreed to at it is not in force', async () => {
  const phone = '+966508880005';
  const sale = await sell(phone, { consents: { serviceMessages: true, marketing: true, surveys: false } });
  const { id, stage } = await customerOf(phone);
  expect(stage).toBe('current');
  await takeBack(sale.id);
  expect((await customerOf(phone)).stage).toBe('prospective');
  const given = (await office.run((ctx) => consentsInForce(ctx, [id]))).filter((one) => one.given);
  expect(given).toEqual([]);
  // Sold again, it is a customer again; and a second sale that stays keeps it one.
  const second = await sell(phone, { consents: { marketing: true } });
  await sell(phone, { boughtOn: '2026-11-21' });
  expect((await customerOf(phone)).stage).toBe('current');
  await takeBack(second.id);
  expect((await customerOf(phone)).stage).toBe('current');
  expect((await office.run((ctx) => consentsInForce(ctx, [id]))).filter((one) => one.given)).toMatchObject([
    { purpose: 'marketing' },
  ]);
});

test('a customer with anything else stays what it is; one who was something before is that again', async () => {
  const phone = '+966508880006';
  const sale = await sell(phone);
  const { id } = await customerOf(phone);
  await office.run(async (ctx) => {
    append(ctx, { type: 'case.registered', subjectType: 'case', subjectId: id, customerId: id, data: {} });
  });
  await takeBack(sale.id);
  expect((await customerOf(phone)).stage).toBe('current');

  const { customerId } = await office.run((ctx) => findOrCreateCustomer(ctx, { name: 'منى', phone: '0508880007' }));
  await app.platform.connection.pool.query(
    `update customers set stage = 'lapsed' where organisation_id = $1 and id = $2`,
    [office.organisationId, customerId],
  );
  const { id: purchaseId } = await office.run((ctx) => recordPurchase(ctx, { customerId, productId, boughtOn: today }));
  expect((await customerOf('+966508880007')).stage).toBe('current');
  await office.run((ctx) => cancelPurchase(ctx, { id: purchaseId, reason: 'خطأ' }));
  expect((await customerOf('+966508880007')).stage).toBe('lapsed');
});

test('statistics leave out what was taken back', async () => {
  const shop = await buildOrganisation(app.platform, { country: 'SA', language: 'ar' });
  const seller = await buildDealer(shop);
  const phone = await shop.run((ctx) => buildProduct(ctx));
  const sold: string[] = [];
  for (let number = 0; number < 7; number += 1)
    sold.push(
      (
        await shop.run(
          (ctx) =>
            recordSale(ctx, {
              buyer: { kind: 'person', name: 'سارة', phone: `050999000${number}` },
              productId: phone,
              boughtOn: today,
            }),
          seller.actor,
        )
      ).id,
    );
  const total = async () => (await shop.run((ctx) => purchaseStatistics(ctx, { rows: 'kind' }))).total;
  expect(await total()).toBe(7);
  await shop.run((ctx) => cancelSale(ctx, sold[0]!), seller.actor);
  expect(await total()).toBe(6);
});

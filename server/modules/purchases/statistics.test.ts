// Statistics of existing customers: counted against plain sums, small groups hidden, merged records one customer, months of the organisation.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProduct, createProductCategory } from '#modules/catalogue/index.ts';
import { describeCustomer, findOrCreateCustomer } from '#modules/customers/index.ts';
import { buildOrganisation, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { buildAgeGroup, buildRegions } from './factory.ts';
import { recordPurchase } from './record-purchase.ts';
import { statisticsCustomers } from './statistics-customers.ts';
import { statisticsChoices } from './statistics-dimensions.ts';
import { purchaseStatistics } from './statistics.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

const today = '2026-11-22';
let phones = 0;

type Wish = {
  gender?: 'female' | 'male';
  regionId?: string;
  ageGroupId?: string;
  products: readonly string[];
  boughtOn?: string;
};

async function buyers({ run }: BuiltOrganisation, count: number, wish: Wish): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    phones += 1;
    const phone = `05${String(10_000_000 + phones).slice(-8)}`;
    ids.push(
      await run(async (ctx) => {
        const { customerId } = await findOrCreateCustomer(ctx, { name: `مشترٍ ${phones}`, phone });
        await describeCustomer(ctx, customerId, wish);
        for (const productId of wish.products)
          await recordPurchase(ctx, { customerId, productId, boughtOn: wish.boughtOn ?? today });
        return customerId;
      }),
    );
  }
  return ids;
}

async function shop() {
  const office = await buildOrganisation(app.platform, { country: 'SA', language: 'ar' });
  const built = await office.run(async (ctx) => {
    const { provinceId, cityId } = await buildRegions(ctx);
    const devices = await createProductCategory(ctx, { name: { en: 'Devices' } });
    const phonesOf = await createProductCategory(ctx, { name: { en: 'Phones' }, parentId: devices.id });
    const care = await createProductCategory(ctx, { name: { en: 'Care' } });
    const phone = await createProduct(ctx, { kind: 'product', name: { en: 'Phone' }, categoryId: phonesOf.id });
    const plan = await createProduct(ctx, { kind: 'service', name: { en: 'Plan' }, categoryId: care.id });
    const young = await buildAgeGroup(ctx, '18–24', 1);
    const old = await buildAgeGroup(ctx, '65 and more', 2);
    return { provinceId, cityId, devices: devices.id, care: care.id, phone: phone.id, plan: plan.id, young, old };
  });
  return { office, ...built };
}

test('counts each customer once, by two dimensions; cities count for their province', async () => {
  const { office, provinceId, cityId, phone, young, old } = await shop();
  await buyers(office, 6, {
    gender: 'female',
    regionId: cityId,
    ageGroupId: young,
    products: [phone, phone].slice(0, 1),
  });
  await buyers(office, 7, { gender: 'male', regionId: provinceId, ageGroupId: young, products: [phone] });
  await buyers(office, 8, { gender: 'female', ageGroupId: old, products: [phone] });
  const table = await office.run((ctx) => purchaseStatistics(ctx, { rows: 'province', columns: 'age-group' }));
  expect(table).toMatchObject({
    rows: [{ key: provinceId }, { key: 'unknown', name: null }],
    columns: [{ key: young }, { key: old }],
    cells: [
      [13, 0],
      [0, 8],
    ],
    rowTotals: [13, 8],
    columnTotals: [13, 8],
    total: 21,
    from: '2025-12-01',
    to: '2026-11-30',
  });
  expect(await office.run((ctx) => purchaseStatistics(ctx, { rows: 'gender' }))).toMatchObject({
    rows: [{ key: 'female' }, { key: 'male' }],
    columns: [{ key: 'all' }],
    cells: [[14], [7]],
  });
  expect(
    await office.run((ctx) => purchaseStatistics(ctx, { rows: 'city', provinceId, columns: 'gender' })),
  ).toMatchObject({
    rows: [{ key: cityId }, { key: 'unknown' }],
    cells: [
      [6, 0],
      [0, 7],
    ],
  });
  await expect(office.run((ctx) => purchaseStatistics(ctx, { rows: 'city' }))).rejects.toMatchObject({
    faults: [{ field: 'rows', code: 'province-needed' }],
  });
  await expect(
    office.run((ctx) => purchaseStatistics(ctx, { rows: 'gender', columns: 'gender' })),
  ).rejects.toMatchObject({
    faults: [{ field: 'columns', code: 'same-dimension' }],
  });
  expect(await office.run(statisticsChoices)).toMatchObject({
    provinces: [{ key: provinceId }],
    ageGroups: [{ key: young }, { key: old }],
  });
});

test('a small group is hidden, and so is what would give it away', async () => {
  const { office, provinceId, phone, young, old } = await shop();
  await buyers(office, 3, { gender: 'female', regionId: provinceId, ageGroupId: young, products: [phone] });
  await buyers(office, 9, { gender: 'male', regionId: provinceId, ageGroupId: young, products: [phone] });
  await buyers(office, 10, { gender: 'female', regionId: provinceId, ageGroupId: old, products: [phone] });
  await buyers(office, 11, { gender: 'male', regionId: provinceId, ageGroupId: old, products: [phone] });
  const table = await office.run((ctx) => purchaseStatistics(ctx, { rows: 'age-group', columns: 'gender' }));
  expect(table.cells).toEqual([
    [null, null],
    [null, null],
  ]);
  expect([table.rowTotals, table.columnTotals, table.total]).toEqual([[12, 21], [13, 20], 33]);
});

test('a filter hides what its absence would give away by subtraction', async () => {
  const { office, provinceId, phone, young, old } = await shop();
  await buyers(office, 3, { gender: 'female', regionId: provinceId, ageGroupId: young, products: [phone] });
  await buyers(office, 20, { gender: 'male', regionId: provinceId, ageGroupId: young, products: [phone] });
  await buyers(office, 12, { gender: 'male', regionId: provinceId, ageGroupId: old, products: [phone] });
  const all = await office.run((ctx) => purchaseStatistics(ctx, { rows: 'age-group' }));
  expect(all.cells).toEqual([[23], [12]]);
  // 20 men of 23: shown, it would say that three are women.
  const men = await office.run((ctx) => purchaseStatistics(ctx, { rows: 'age-group', gender: 'male' }));
  expect(men.cells[0]).toEqual([null]);
  expect(men.total).toBeNull();
});

test('whoever bought in two categories stands in both and once in the totals; a category filter counts any purchase in it', async () => {
  const { office, provinceId, devices, care, phone, plan } = await shop();
  await buyers(office, 6, { gender: 'female', regionId: provinceId, products: [phone, plan] });
  await buyers(office, 7, { gender: 'male', regionId: provinceId, products: [phone] });
  const table = await office.run((ctx) => purchaseStatistics(ctx, { rows: 'gender', columns: 'category' }));
  expect(table).toMatchObject({
    columns: [{ key: devices }, { key: care }],
    cells: [
      [6, 6],
      [7, 0],
    ],
    rowTotals: [6, 7],
    columnTotals: [13, 6],
    total: 13,
  });
  expect(await office.run((ctx) => purchaseStatistics(ctx, { rows: 'gender', categoryId: care }))).toMatchObject({
    cells: [[6], [0]],
    total: 6,
  });
});

test('the period is whole months of the calendar of the organisation; merged records are one customer', async () => {
  const { office, provinceId, phone } = await shop();
  const [first] = await buyers(office, 8, { regionId: provinceId, products: [phone], boughtOn: '2026-03-20' });
  const [second] = await buyers(office, 6, { regionId: provinceId, products: [phone], boughtOn: '2026-03-21' });
  const march = { rows: 'province', from: '2026-03-31', to: '2026-03-02' } as const;
  expect(await office.run((ctx) => purchaseStatistics(ctx, march))).toMatchObject({
    from: '2026-03-01',
    to: '2026-03-31',
    total: 14,
  });
  await app.platform.connection.pool.query(
    'update customers set merged_into_id = $1 where organisation_id = $3 and id = $2',
    [first, second, office.organisationId],
  );
  expect((await office.run((ctx) => purchaseStatistics(ctx, march))).total).toBe(13);
  await app.platform.connection.pool.query(`update organisations set calendar = 'persian' where organisation_id = $1`, [
    office.organisationId,
  ]);
  // Nowruz was on 21 March: the months of before and after are other months.
  expect(
    await office.run((ctx) => purchaseStatistics(ctx, { rows: 'province', from: '2026-04-01', to: '2026-04-01' })),
  ).toMatchObject({
    from: '2026-03-21',
    to: '2026-04-20',
    total: 6,
  });
});

test('the customers behind a cell are listed page by page', async () => {
  const { office, provinceId, phone, plan, care } = await shop();
  const women = await buyers(office, 6, { gender: 'female', regionId: provinceId, products: [phone, plan] });
  await buyers(office, 7, { gender: 'male', products: [phone] });
  const ask = { rows: 'province', columns: 'category', rowKey: provinceId, columnKey: care, limit: 4 } as const;
  const one = await office.run((ctx) => statisticsCustomers(ctx, ask));
  const two = await office.run((ctx) => statisticsCustomers(ctx, { ...ask, cursor: one.next! }));
  expect([...one.items, ...two.items].map(({ id }) => id).toSorted()).toEqual(women.toSorted());
  expect([one.items.length, two.items.length, two.next]).toEqual([4, 2, null]);
  const unknown = await office.run((ctx) =>
    statisticsCustomers(ctx, { rows: 'province', rowKey: 'unknown', limit: 50 }),
  );
  expect(unknown.items).toHaveLength(7);
});

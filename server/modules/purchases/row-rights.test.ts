// Row rights: who may not see a customer sees no purchase of it, neither in lists nor behind a number; the numbers stay those of all.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeCustomer, findOrCreateCustomer } from '#modules/customers/index.ts';
import { buildOrganisation, type BuiltOrganisation, type BuiltPerson } from '#modules/organisation/factory.ts';
import type { StaffActor } from '#platform/actor.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { cancelPurchase } from './cancel-purchase.ts';
import { buildProduct } from './factory.ts';
import { listPurchases } from './list-purchases.ts';
import { recordPurchase } from './record-purchase.ts';
import { statisticsCustomers } from './statistics-customers.ts';
import { purchaseStatistics } from './statistics.ts';

let app: TestApp;
let office: BuiltOrganisation;
let own: BuiltPerson;
let unit: BuiltPerson;
let productId: string;
/** Seven women: the first is looked after by `own`, the second by the unit of `unit`, the rest by nobody. */
let customers: string[];

const everyClass = ['identity', 'contact', 'demographic', 'place', 'other'];
const rightsOf = (rows: string, read = everyClass) => ({ read, write: read, rows });

async function grant(agent: object, manager: object): Promise<void> {
  const value = { agent, 'service-manager': manager, 'api-key': rightsOf('all') };
  await app.platform.connection.pool.query(
    `insert into settings (organisation_id, key, value, changed_at) values ($1, 'customer-access', $2, now())
     on conflict (organisation_id, key) do update set value = excluded.value`,
    [office.organisationId, JSON.stringify(value)],
  );
}

beforeAll(async () => {
  app = await createTestApp();
  office = await buildOrganisation(app.platform, { country: 'SA', language: 'ar' });
  own = await office.buildPerson({ roles: ['agent', 'observer'] });
  unit = await office.buildPerson({ roles: ['service-manager'], positionIn: office.rootUnitId });
  await grant(rightsOf('own'), rightsOf('unit'));
  productId = await office.run((ctx) => buildProduct(ctx));
  customers = [];
  for (let number = 0; number < 7; number += 1)
    customers.push(
      await office.run(async (ctx) => {
        const { customerId } = await findOrCreateCustomer(ctx, { name: `سارة ${number}`, phone: `050666000${number}` });
        await describeCustomer(ctx, customerId, { gender: 'female' });
        await recordPurchase(ctx, { customerId, productId, boughtOn: '2026-11-22' });
        return customerId;
      }),
    );
  const { pool } = app.platform.connection;
  await pool.query('update customers set responsible_id = $2 where organisation_id = $1 and id = $3', [
    office.organisationId,
    own.personId,
    customers[0],
  ]);
  await pool.query('update customers set responsible_unit_id = $2 where organisation_id = $1 and id = $3', [
    office.organisationId,
    office.rootUnitId,
    customers[1],
  ]);
});
afterAll(() => app?.close());

const bought = async (actor?: StaffActor, input: object = {}) =>
  (await office.run((ctx) => listPurchases(ctx, { limit: 50, ...input }), actor)).items.map(
    ({ customer }) => customer.id,
  );
const behind = async (actor?: StaffActor, input: object = {}) =>
  (
    await office.run(
      (ctx) => statisticsCustomers(ctx, { rows: 'gender', rowKey: 'female', limit: 50, ...input }),
      actor,
    )
  ).items.map(({ id }) => id);

test('each sees purchases of the customers who are open to them', async () => {
  expect((await bought()).toSorted()).toEqual(customers.toSorted());
  expect(await bought(own.actor)).toEqual([customers[0]]);
  expect(await bought(unit.actor)).toEqual([customers[1]]);
  expect(await bought(own.actor, { customerId: customers[2] })).toEqual([]);
});

test('behind a number stand only those, while the number is of all', async () => {
  for (const { actor } of [own, unit])
    expect(await office.run((ctx) => purchaseStatistics(ctx, { rows: 'gender' }), actor)).toMatchObject({
      cells: [[7]],
      total: 7,
    });
  expect((await behind()).toSorted()).toEqual(customers.toSorted());
  expect(await behind(own.actor)).toEqual([customers[0]]);
  expect(await behind(unit.actor)).toEqual([customers[1]]);
});

test('a merged record is open with its survivor', async () => {
  const { pool } = app.platform.connection;
  const merge = 'update customers set merged_into_id = $3 where organisation_id = $1 and id = $2';
  await pool.query(merge, [office.organisationId, customers[3], customers[0]]);
  expect((await bought(own.actor)).toSorted()).toEqual([customers[0], customers[3]].toSorted());
  await pool.query(merge, [office.organisationId, customers[3], null]);
});

test('nothing is recorded for, or taken back from, a customer who is not open', async () => {
  await expect(
    office.run(
      (ctx) => recordPurchase(ctx, { customerId: customers[2]!, productId, boughtOn: '2026-11-01' }),
      own.actor,
    ),
  ).rejects.toMatchObject({ code: 'customer.not-found' });
  const [theirs] = (await office.run((ctx) => listPurchases(ctx, { customerId: customers[2], limit: 1 }))).items;
  await expect(
    office.run((ctx) => cancelPurchase(ctx, { id: theirs!.id, reason: 'خطأ' }), unit.actor),
  ).rejects.toMatchObject({ code: 'purchase.not-found' });
});

test('who may not read a class of fields is not told it of each by the list behind a number', async () => {
  await grant(rightsOf('all', ['contact']), rightsOf('unit'));
  await expect(behind(own.actor)).rejects.toMatchObject({ faults: [{ field: 'rows', code: 'not-granted' }] });
  await expect(behind(own.actor, { rows: 'kind', rowKey: 'person', gender: 'female' })).rejects.toMatchObject({
    faults: [{ field: 'gender', code: 'not-granted' }],
  });
  expect(await behind(own.actor, { rows: 'kind', rowKey: 'person' })).toHaveLength(7);
});

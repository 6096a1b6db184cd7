// What statistics read beside the customers is exactly what counting all purchases from scratch gives, after whatever happened in between.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StatisticsInput } from '#contract/purchases.ts';
import { createProduct, createProductCategory } from '#modules/catalogue/index.ts';
import { updateProduct } from '#modules/catalogue/update-product.ts';
import { eraseCustomer } from '#modules/customers/erase-customer.ts';
import { findOrCreateCustomer, linkRecords, unlinkRecords } from '#modules/customers/index.ts';
import { updateCustomer } from '#modules/customers/update-customer.ts';
import { buildOrganisation, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { cancelPurchase } from './cancel-purchase.ts';
import { countBuyers, type CountedGroup } from './count-buyers.ts';
import { buildAgeGroup, buildDealer, buildProduct, buildRegions } from './factory.ts';
import { recordPurchase } from './record-purchase.ts';
import { recordSale } from './record-sale.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

type Row = Record<string, string | null>;
const query = async (text: string, values: readonly unknown[]): Promise<Row[]> =>
  (await app.platform.connection.pool.query(text, values as unknown[])).rows as Row[];

/** Days of three months; the middle one is asked for, or all. */
const days = ['2026-09-30', '2026-10-01', '2026-10-15', '2026-10-31', '2026-11-01'];
const october = { from: '2026-10-01', to: '2026-10-31' };
const autumn = { from: '2026-09-01', to: '2026-11-30' };
const people = 8;

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('buy'), who: fc.nat(people - 1), what: fc.nat(2), day: fc.nat(4) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('cancel'), which: fc.nat(40) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('merge'), who: fc.nat(people - 1), into: fc.nat(people - 1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unmerge') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move'), who: fc.nat(people - 1), to: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('erase'), who: fc.nat(people - 1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('recategorise'), what: fc.nat(2), to: fc.nat(2) }) },
);
type Step = { do: string; who?: number; what?: number; day?: number; which?: number; into?: number; to?: number };

async function world() {
  const office = await buildOrganisation(app.platform, { country: 'SA', language: 'ar' });
  const built = await office.run(async (ctx) => {
    const { provinceId, cityId } = await buildRegions(ctx);
    const top = await createProductCategory(ctx, { name: { en: 'Devices' } });
    const below = await createProductCategory(ctx, { name: { en: 'Phones' }, parentId: top.id });
    const care = await createProductCategory(ctx, { name: { en: 'Care' } });
    const products = [];
    for (const categoryId of [below.id, care.id, null])
      products.push((await createProduct(ctx, { kind: 'product', name: { en: 'One' }, categoryId })).id);
    const customers = [];
    for (let number = 0; number < people; number += 1)
      customers.push(
        (await findOrCreateCustomer(ctx, { name: `Buyer ${number}`, phone: `050111000${number}` })).customerId,
      );
    await buildAgeGroup(ctx);
    return { products, customers, categories: [top.id, care.id, null], regions: [provinceId, cityId, null] };
  });
  return { office, ...built, merges: [] as { survivorId: string; mergedId: string }[] };
}

type World = Awaited<ReturnType<typeof world>>;

/** What cannot be done in the state that is there is not done: the verbs say so. */
async function take({ office, products, customers, categories, regions, merges }: World, one: Step): Promise<void> {
  const customerId = customers[one.who ?? 0]!;
  const { run } = office;
  const state = async () =>
    (
      await query('select name, merged_into_id from customers where organisation_id = $1 and id = $2', [
        office.organisationId,
        customerId,
      ])
    )[0]!;
  if (one.do === 'buy')
    await run((ctx) =>
      recordPurchase(ctx, { customerId, productId: products[one.what!]!, boughtOn: days[one.day!]!, again: true }),
    );
  if (one.do === 'cancel') {
    const open = await query(
      `select p.id from purchases p where p.organisation_id = $1
          and not exists (select from purchase_cancellations x where x.organisation_id = p.organisation_id and x.purchase_id = p.id) order by p.id`,
      [office.organisationId],
    );
    const id = open[one.which! % Math.max(1, open.length)]?.['id'];
    if (id) await run((ctx) => cancelPurchase(ctx, { id, reason: 'wrong' }));
  }
  if (one.do === 'merge') {
    const survivorId = customers[one.into!]!;
    const rows = await query(
      'select id from customers where organisation_id = $1 and id = any($2) and merged_into_id is null',
      [office.organisationId, [customerId, survivorId]],
    );
    if (rows.length < 2) return;
    await run((ctx) => linkRecords(ctx, { survivorId, mergedId: customerId, take: [] }));
    merges.push({ survivorId, mergedId: customerId });
  }
  if (one.do === 'unmerge') {
    const last = merges.pop();
    if (last)
      await run((ctx) =>
        unlinkRecords(ctx, {
          survivorId: last.survivorId,
          returningId: last.mergedId,
          followingIds: [],
          written: {},
          previous: {},
        }),
      );
  }
  if (one.do === 'move' && (await state())['merged_into_id'] === null)
    await run((ctx) => updateCustomer(ctx, { id: customerId, regionId: regions[one.to!]! }));
  if (one.do === 'erase') {
    const { name, merged_into_id: merged } = await state();
    if (merged === null && name !== '—')
      await run((ctx) => eraseCustomer(ctx, { id: customerId, confirmation: name! })).catch(() => undefined);
  }
  if (one.do === 'recategorise')
    await run((ctx) => updateProduct(ctx, { id: products[one.what!]!, categoryId: categories[one.to!]! }));
}

/** Each purchase that counts, with what is known of its customer by now. */
const fromScratch = ({ office }: World, { from, to }: typeof october) =>
  query(
    `select coalesce(c.merged_into_id, c.id) as customer, s.kind,
            case r.level when 'province' then r.id when 'city' then r.parent_id end as province,
            coalesce(top.id, k.id) as category
       from purchases p
       join customers c on c.organisation_id = p.organisation_id and c.id = p.customer_id
       join customers s on s.organisation_id = p.organisation_id and s.id = coalesce(c.merged_into_id, c.id)
       left join regions r on r.organisation_id = s.organisation_id and r.id = s.region_id
       join products g on g.organisation_id = p.organisation_id and g.id = p.product_id
       left join product_categories k on k.organisation_id = g.organisation_id and k.id = g.category_id
       left join product_categories top on top.organisation_id = k.organisation_id and top.id = k.parent_id
      where p.organisation_id = $1 and p.bought_on between $2 and $3
        and not exists (select from purchase_cancellations x where x.organisation_id = p.organisation_id and x.purchase_id = p.id)`,
    [office.organisationId, from, to],
  );

function distinct(rows: readonly Row[], key: (row: Row) => unknown): Record<string, number> {
  const groups = new Map<string, Set<string>>();
  for (const row of rows) {
    const name = JSON.stringify(key(row));
    groups.set(name, (groups.get(name) ?? new Set()).add(row['customer']!));
  }
  return Object.fromEntries([...groups].map(([name, customers]) => [name, customers.size]));
}

function summed(groups: readonly CountedGroup[], key: (group: CountedGroup) => unknown): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const group of groups)
    if (group.customers > 0)
      sums[JSON.stringify(key(group))] = (sums[JSON.stringify(key(group))] ?? 0) + group.customers;
  return sums;
}

async function agrees(it: World): Promise<void> {
  const { run, organisationId } = it.office;
  const stale = await query(
    `select c.id from customers c where c.organisation_id = $1 and c.bought <> (
       select coalesce(range_agg(daterange(p.bought_on, p.bought_on, '[]')), '{}') from purchases p
        where p.organisation_id = c.organisation_id and p.customer_id = c.id
          and not exists (select from purchase_cancellations x where x.organisation_id = p.organisation_id and x.purchase_id = p.id))`,
    [organisationId],
  );
  expect(stale).toEqual([]);
  const count = (input: StatisticsInput, period: typeof october) => run((ctx) => countBuyers(ctx, input, period));
  for (const period of [october, autumn]) {
    const rows = await fromScratch(it, period);
    const byProvince = await count({ rows: 'province', columns: 'kind' }, period);
    expect(summed(byProvince.inner, ({ row, column }) => [row, column])).toEqual(
      distinct(rows, (row) => [row['province'], row['kind']]),
    );
    const byCategory = await count({ rows: 'category', columns: 'province' }, period);
    expect(summed(byCategory.inner, ({ row, column }) => [row, column])).toEqual(
      distinct(rows, (row) => [row['category'], row['province']]),
    );
    expect(summed(byCategory.outer, ({ column }) => column)).toEqual(distinct(rows, (row) => row['province']));
    const categoryId = it.categories[0]!;
    const [filtered] = (await count({ rows: 'kind', categoryId }, period)).inner;
    const inIt = rows.filter((row) => row['category'] === categoryId);
    const total = distinct(rows, () => 'all')['"all"'] ?? 0;
    const within = distinct(inIt, () => 'all')['"all"'] ?? 0;
    expect([filtered?.customers ?? 0, filtered?.leftOut[0] ?? 0]).toEqual([within, total - within]);
  }
}

test(
  'after random purchases, cancellations, merges, moves, erasures and changes of categories',
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40, size: 'max' }), async (steps) => {
        const it = await world();
        // Each run begins with a customer who bought only as another record.
        await take(it, { do: 'buy', who: 0, what: 0, day: 1 });
        await take(it, { do: 'merge', who: 0, into: 1 });
        await agrees(it);
        for (const one of steps) await take(it, one);
        await agrees(it);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  },
);

test('a purchase and a cancellation of the same day at the same moment', { timeout: 60_000 }, async () => {
  const office: BuiltOrganisation = await buildOrganisation(app.platform, { country: 'SA', language: 'ar' });
  const dealer = await buildDealer(office);
  const productId = await office.run((ctx) => buildProduct(ctx));
  const buyer = { kind: 'person', name: 'Sara', phone: '0501112233' } as const;
  const sell = () =>
    office.run((ctx) => recordSale(ctx, { buyer, productId, boughtOn: '2026-11-20', again: true }), dealer.actor);
  let last = await sell();
  for (let round = 0; round < 10; round += 1) {
    const [next] = await Promise.all([
      sell(),
      office.run((ctx) => cancelPurchase(ctx, { id: last.id, reason: 'wrong' })),
    ]);
    last = next;
    expect(
      await query('select bought::text from customers where organisation_id = $1', [office.organisationId]),
    ).toEqual([{ bought: '{[2026-11-20,2026-11-21)}' }]);
  }
  // Whoever writes a purchase without the verbs is waited for all the same.
  const { pool } = app.platform.connection;
  const client = await pool.connect();
  await client.query('begin');
  await client.query(
    `insert into purchases (organisation_id, id, customer_id, product_id, bought_on, recorded_by_kind, recorded_at)
     select organisation_id, gen_random_uuid(), customer_id, product_id, bought_on, 'system', now() from purchases where organisation_id = $1 and id = $2`,
    [office.organisationId, last.id],
  );
  let done = false;
  const cancelled = office
    .run((ctx) => cancelPurchase(ctx, { id: last.id, reason: 'wrong' }))
    .finally(() => void (done = true));
  const waits = async () =>
    done ||
    (
      await query(
        `select pid::text from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
        [],
      )
    ).length > 0;
  await expect.poll(waits, { timeout: 20_000 }).toBe(true);
  await client.query('commit');
  client.release();
  await cancelled;
  expect(await query('select bought::text from customers where organisation_id = $1', [office.organisationId])).toEqual(
    [{ bought: '{[2026-11-20,2026-11-21)}' }],
  );
});

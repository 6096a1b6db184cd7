// Merging: a link and a row; what is chosen survives, consent is never widened, and taking it back restores exactly, in any order.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CustomerRights, FieldClass } from '#contract/customer-record.ts';
import { listCases } from '#modules/cases/list-cases.ts';
import { submitCase } from '#modules/cases/submit-case.ts';
import { updateAccessSettings } from '#modules/customers/access-settings.ts';
import { buildCustomer } from '#modules/customers/factory.ts';
import { shownContactPoints, customerBrief, findOrCreateCustomer, recordsOf } from '#modules/customers/index.ts';
import { readCustomer } from '#modules/customers/read-customer.ts';
import { recordConsent } from '#modules/customers/record-consent.ts';
import { registerCustomer } from '#modules/customers/register-customer.ts';
import { listCustomers } from '#modules/customers/list-customers.ts';
import { updateCustomer } from '#modules/customers/update-customer.ts';
import { buildOrganisation, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { newId } from '#platform/ids.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { findPossible } from './find-possible.ts';
import { keepApart } from './keep-apart.ts';
import { listPairs } from './list-pairs.ts';
import { mergeAll } from './merge-all.ts';
import { mergeCustomers } from './merge-customers.ts';
import { previewMerge } from './preview-merge.ts';
import { readMerges } from './read-merges.ts';
import { unmerge } from './unmerge.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

type Run = BuiltOrganisation['run'];
const saudi = () => buildOrganisation(app.platform, { country: 'SA', language: 'ar' });
const query = (text: string, values: unknown[]) => app.platform.connection.pool.query(text, values);

async function three(run: Run): Promise<[string, string, string]> {
  const made = [];
  for (const name of ['سارة', 'Sara', 'ساره الحربي'])
    made.push((await run((ctx) => buildCustomer(ctx, { name }))).customerId);
  return made as [string, string, string];
}

/** The rows of the records and of their fields, as the database has them, without the moment of the last change. */
async function rowsOf(organisationId: string): Promise<unknown[]> {
  const customers = await query(
    `select to_jsonb(c) - 'changed_at' as row from customers c where organisation_id = $1 order by id`,
    [organisationId],
  );
  const fields = await query(
    `select to_jsonb(v) as row from customer_field_values v where organisation_id = $1 order by customer_id, field_id`,
    [organisationId],
  );
  const points = await query(`select to_jsonb(p) as row from contact_points p where organisation_id = $1 order by id`, [
    organisationId,
  ]);
  return [...customers.rows, ...fields.rows, ...points.rows];
}

async function ownField(organisationId: string): Promise<string> {
  const id = newId();
  await query(
    `insert into customer_fields (organisation_id, id, key, name, type, field_class, sort_order) values ($1, $2, 'meter', '{"en": "Meter"}', 'text', 'other', 1)`,
    [organisationId, id],
  );
  return id;
}

test('the chosen values survive, the record counts as the survivor, and taking it back restores every row', async () => {
  const { run, organisationId } = await saudi();
  const [a, b] = await three(run);
  const fieldId = await ownField(organisationId);
  await query(
    `update customers set national_id = '1012345678', birth_date = '1985-03-12', address = 'حي الورود' where organisation_id = $1 and id = $2`,
    [organisationId, b],
  );
  await query(
    `insert into customer_field_values (organisation_id, customer_id, field_id, text_value) values ($1, $2, $3, 'SA-1'), ($1, $4, $3, 'SA-2')`,
    [organisationId, a, fieldId, b],
  );
  const before = await rowsOf(organisationId);

  const preview = await run((ctx) => previewMerge(ctx, { survivorId: a, mergedId: b }));
  expect(preview.choices.map(({ field }) => field).toSorted()).toEqual(
    ['address', 'birthDate', `field:${fieldId}`, 'name', 'nationalId'].toSorted(),
  );
  expect(preview.joined).toMatchObject({ records: 2, timelineEntries: 2 });
  expect(preview.joined.emails).toHaveLength(2);

  const merged = await run((ctx) =>
    mergeCustomers(ctx, { survivorId: a, mergedId: b, take: ['nationalId', 'birthDate', `field:${fieldId}`] }),
  );
  expect(merged).toMatchObject({ survivorName: 'سارة', mergedName: 'Sara', mergedBy: 'Administrator' });
  const { rows } = await query(
    `select name, national_id, birth_date::text, address, merged_into_id from customers where organisation_id = $1 order by id`,
    [organisationId],
  );
  expect(rows).toEqual([
    { name: 'سارة', national_id: '1012345678', birth_date: '1985-03-12', address: null, merged_into_id: null },
    { name: 'Sara', national_id: '1012345678', birth_date: '1985-03-12', address: 'حي الورود', merged_into_id: a },
    { name: 'ساره الحربي', national_id: null, birth_date: null, address: null, merged_into_id: null },
  ]);
  expect((await query(`select text_value from customer_field_values where customer_id = $1`, [a])).rows).toEqual([
    { text_value: 'SA-2' },
  ]);
  expect(await run((ctx) => readMerges(ctx, { recordId: b }))).toHaveLength(1);

  await run((ctx) => unmerge(ctx, merged.id));
  expect(await rowsOf(organisationId)).toEqual(before);
  expect(await run((ctx) => readMerges(ctx, { recordId: a }))).toEqual([]);
  await expect(run((ctx) => unmerge(ctx, merged.id))).rejects.toMatchObject({ code: 'duplicate.merge-not-found' });
});

test('shown is the survivor, found is the record: by an address of the merged one its case keeps its id', async () => {
  const { run, organisationId } = await saudi();
  const [a, b, c] = await three(run);
  const email = (await run((ctx) => shownContactPoints(ctx, b)))[0]!.value;
  await run((ctx) => mergeCustomers(ctx, { survivorId: a, mergedId: b, take: [] }));
  expect(await run((ctx) => findOrCreateCustomer(ctx, { name: 'x', email }))).toMatchObject({
    found: true,
    customerId: b,
  });
  expect(await run((ctx) => customerBrief(ctx, b))).toMatchObject({ id: b, name: 'سارة' });
  expect(await run((ctx) => registerCustomer(ctx, { kind: 'person', name: 'x', email }))).toMatchObject({
    found: true,
    id: a,
  });
  expect((await run((ctx) => listCustomers(ctx, { limit: 10 }))).items.map((item) => item.id).toSorted()).toEqual([
    a,
    c,
  ]);
  const asked = {
    kind: 'complaint' as const,
    name: 'Sara',
    email,
    text: 'انقطع الماء منذ أمس',
    language: 'ar' as const,
  };
  await run((ctx) => submitCase(ctx, { ...asked, attachmentIds: [] }), {
    kind: 'customer',
    customerId: null,
    grantId: null,
  });
  expect((await query(`select customer_id from cases where organisation_id = $1`, [organisationId])).rows).toEqual([
    { customer_id: b },
  ]);
  // Asked for the survivor's cases, those of the merged record are among them, under the survivor's name.
  const listed = (q?: string) =>
    run((ctx) => listCases(ctx, { customerId: a, limit: 10, order: 'latest', ...(q ? { q } : {}) }));
  expect((await listed()).items).toMatchObject([{ customer: { name: 'سارة' } }]);
  expect((await listed('انقطع')).items).toHaveLength(1);
  expect((await listed('كهرباء')).items).toEqual([]);
});

test('consent is in force only where every record that speaks of it gives it', async () => {
  const { run } = await saudi();
  const [a, b, c] = await three(run);
  const say = (id: string, purpose: 'marketing' | 'surveys', given: boolean) =>
    run((ctx) => recordConsent(ctx, { id, purpose, channel: 'email', given, source: 'form' }));
  await say(a, 'marketing', true);
  await say(b, 'marketing', false);
  await say(b, 'surveys', true);
  await say(c, 'surveys', true);
  const preview = await run((ctx) => previewMerge(ctx, { survivorId: a, mergedId: b }));
  expect(preview.consentsLost).toMatchObject([{ purpose: 'marketing', given: true }]);
  const { id } = await run((ctx) => mergeCustomers(ctx, { survivorId: a, mergedId: b, take: [] }));
  await run((ctx) => mergeCustomers(ctx, { survivorId: a, mergedId: c, take: [] }));
  expect((await run((ctx) => readCustomer(ctx, a))).consents).toMatchObject([
    { purpose: 'marketing', given: false },
    { purpose: 'surveys', given: true },
  ]);
  await run((ctx) => unmerge(ctx, id));
  expect((await run((ctx) => readCustomer(ctx, a))).consents).toMatchObject([
    { purpose: 'marketing', given: true },
    { purpose: 'surveys', given: true },
  ]);
});

describe('chains', () => {
  const linkOf = async (organisationId: string) =>
    (
      await query(`select id, merged_into_id from customers where organisation_id = $1 order by id`, [organisationId])
    ).rows.map((row) => row.merged_into_id);

  test('point at the root, and come apart in either order', async () => {
    for (const order of ['first', 'last'] as const) {
      const { run, organisationId } = await saudi();
      const [a, b, c] = await three(run);
      const before = await rowsOf(organisationId);
      const one = await run((ctx) => mergeCustomers(ctx, { survivorId: b, mergedId: a, take: ['name'] }));
      app.clock.advance(1000);
      const two = await run((ctx) => mergeCustomers(ctx, { survivorId: c, mergedId: b, take: ['name'] }));
      expect(await linkOf(organisationId)).toEqual([c, c, null]);
      await run((ctx) => unmerge(ctx, order === 'first' ? one.id : two.id));
      expect(await linkOf(organisationId)).toEqual(order === 'first' ? [null, c, null] : [b, null, null]);
      await run((ctx) => unmerge(ctx, order === 'first' ? two.id : one.id));
      const after = await rowsOf(organisationId);
      expect(after).toEqual(before);
    }
  });

  test('two merges that wrote the same field, taken back out of order, give the first value back', async () => {
    const { run, organisationId } = await saudi();
    const [a, b, c] = await three(run);
    const before = await rowsOf(organisationId);
    const one = await run((ctx) => mergeCustomers(ctx, { survivorId: c, mergedId: a, take: ['name'] }));
    app.clock.advance(1000);
    const two = await run((ctx) => mergeCustomers(ctx, { survivorId: c, mergedId: b, take: ['name'] }));
    await run((ctx) => unmerge(ctx, one.id));
    expect(await run((ctx) => customerBrief(ctx, c))).toMatchObject({ name: 'Sara' });
    await run((ctx) => unmerge(ctx, two.id));
    expect(await rowsOf(organisationId)).toEqual(before);
  });

  test('what somebody changed since the merge stays', async () => {
    const { run } = await saudi();
    const [a, b] = await three(run);
    const { id } = await run((ctx) => mergeCustomers(ctx, { survivorId: a, mergedId: b, take: ['name', 'language'] }));
    await run((ctx) => updateCustomer(ctx, { id: a, name: 'سارة بنت أحمد' }));
    await run((ctx) => unmerge(ctx, id));
    expect(await run((ctx) => customerBrief(ctx, a))).toMatchObject({ name: 'سارة بنت أحمد' });
  });
});

describe('at the same moment', () => {
  test('of those who merge the same records one succeeds, the others are told', async () => {
    const { run, organisationId } = await saudi();
    const [a, b, c] = await three(run);
    const results = await Promise.allSettled([
      run((ctx) => mergeCustomers(ctx, { survivorId: a, mergedId: b, take: [] })),
      run((ctx) => mergeCustomers(ctx, { survivorId: b, mergedId: a, take: [] })),
      run((ctx) => mergeCustomers(ctx, { survivorId: c, mergedId: b, take: [] })),
    ]);
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []));
    expect(refused.every((code) => code === 'customer.merged-already')).toBe(true);
    const { rows } = await query(
      `select c.id from customers c join customers m on m.id = c.merged_into_id where c.organisation_id = $1 and m.merged_into_id is not null`,
      [organisationId],
    );
    expect(rows).toEqual([]);
    expect(
      (await query(`select count(*)::int as n from merges where organisation_id = $1`, [organisationId])).rows[0].n,
    ).toBe(results.length - refused.length);
  });

  test('a merge is taken back once', async () => {
    const { run } = await saudi();
    const [a, b] = await three(run);
    const { id } = await run((ctx) => mergeCustomers(ctx, { survivorId: a, mergedId: b, take: ['name'] }));
    const results = await Promise.allSettled([1, 2, 3].map(() => run((ctx) => unmerge(ctx, id))));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });
});

test('a record is not merged into itself, nor twice, nor with one of another organisation', async () => {
  const [mine, theirs] = [await saudi(), await saudi()];
  const [a, b, c] = await three(mine.run);
  const [stranger] = await three(theirs.run);
  const merge = (survivorId: string, mergedId: string) =>
    mine.run((ctx) => mergeCustomers(ctx, { survivorId, mergedId, take: [] }));
  await expect(merge(a, a)).rejects.toMatchObject({ code: 'customer.merged-already' });
  await expect(merge(a, stranger)).rejects.toMatchObject({ code: 'customer.not-found' });
  await merge(a, b);
  await expect(merge(c, b)).rejects.toMatchObject({ code: 'customer.merged-already' });
  await expect(merge(b, c)).rejects.toMatchObject({ code: 'customer.merged-already' });
  const [done] = await mine.run((ctx) => readMerges(ctx, { recordId: a }));
  await expect(theirs.run((ctx) => unmerge(ctx, done!.id))).rejects.toMatchObject({
    code: 'duplicate.merge-not-found',
  });
});

test('several at once: the older survives and takes what it lacks; overlapping pairs become one', async () => {
  const { run, organisationId } = await saudi();
  const [a, b, c] = await three(run);
  await query(`update customers set address = 'حي الورود' where organisation_id = $1 and id = $2`, [organisationId, c]);
  const pairs = [
    { oneId: b, otherId: c },
    { oneId: b, otherId: a },
    { oneId: c, otherId: a },
  ];
  expect(await run((ctx) => mergeAll(ctx, pairs))).toEqual({ merged: 2, skipped: 1 });
  expect(await run((ctx) => recordsOf(ctx, c))).toEqual([a, b, c]);
  expect(
    (
      await query(`select name, address from customers where organisation_id = $1 and merged_into_id is null`, [
        organisationId,
      ])
    ).rows,
  ).toEqual([{ name: 'سارة', address: 'حي الورود' }]);
});

test('after a merge the queue speaks of the survivor, and what was kept apart from the merged one stays apart', async () => {
  const { run } = await saudi();
  const name = 'سلطان الدوسري';
  const made: string[] = [];
  for (const spelled of [name, 'Sultan Aldosari', 'سلطان الدوسرى'])
    made.push(
      (await run((ctx) => buildCustomer(ctx, { name: spelled, email: `sultan77@${made.length}.example.com` })))
        .customerId,
    );
  await app.platform.jobs.runDue(app.platform);
  const proposed = async () =>
    (await run((ctx) => listPairs(ctx, { state: 'proposed', limit: 10 }))).items.map((pair) => [
      pair.one.id,
      pair.other.id,
    ]);
  expect(await proposed()).toHaveLength(3);
  await run((ctx) => keepApart(ctx, [{ oneId: made[1]!, otherId: made[2]! }]));
  await run((ctx) => mergeCustomers(ctx, { survivorId: made[0]!, mergedId: made[1]!, take: [] }));
  await app.platform.jobs.runDue(app.platform);
  expect(await proposed()).toEqual([]);
});

describe('whoever has not all rights', () => {
  const every: FieldClass[] = ['identity', 'contact', 'demographic', 'place', 'other'];
  const all = { read: every, write: every, rows: 'all' } as const;

  async function worldWhereManagers(rights: Partial<CustomerRights>) {
    const world = await saudi();
    await world.run((ctx) =>
      updateAccessSettings(ctx, { agent: all, 'api-key': all, 'service-manager': { ...all, ...rights } }),
    );
    const manager = await world.buildPerson({ roles: ['service-manager'] });
    const [one, other] = [
      await world.run((ctx) => buildCustomer(ctx, { name: 'سلطان الدوسري', email: 'sultan77@a.example.com' })),
      await world.run((ctx) => buildCustomer(ctx, { name: 'Sultan Aldosari', email: 'sultan77@b.example.com' })),
    ];
    await app.platform.jobs.runDue(app.platform);
    const as = <T>(work: Parameters<typeof world.run<T>>[0]) => world.run(work, manager.actor);
    return { ...world, manager, as, ids: { survivorId: one.customerId, mergedId: other.customerId } };
  }

  test('sees no field that is not granted, and does not choose it; the survivor takes it where it lacks it', async () => {
    const { run, as, ids } = await worldWhereManagers({ read: ['contact'], write: ['contact'] });
    await run((ctx) => updateCustomer(ctx, { id: ids.mergedId, nationalId: '1101798278', address: 'حي الورود' }));
    await run((ctx) => updateCustomer(ctx, { id: ids.survivorId, address: 'حي النخيل' }));
    const [pair] = (await as((ctx) => listPairs(ctx, { state: 'proposed', limit: 10 }))).items;
    expect([pair?.one.nationalId, pair?.other.nationalId]).toEqual([null, null]);
    const preview = await as((ctx) => previewMerge(ctx, ids));
    expect(preview.choices.map(({ field }) => field)).toEqual(['name']);
    expect(JSON.stringify(preview)).not.toMatch(/1101798278|الورود/);
    await expect(as((ctx) => mergeCustomers(ctx, { ...ids, take: ['address'] }))).rejects.toMatchObject({
      faults: [{ field: 'address', code: 'not-granted' }],
    });
    await as((ctx) => mergeCustomers(ctx, { ...ids, take: [] }));
    expect(await run((ctx) => readCustomer(ctx, ids.survivorId))).toMatchObject({
      nationalId: '1101798278',
      address: 'حي النخيل',
    });
  });

  test('finds no pair of customers who are not open, and does nothing to one', async () => {
    const { run, as, ids, manager } = await worldWhereManagers({ rows: 'own' });
    const pair = { oneId: ids.survivorId, otherId: ids.mergedId };
    await run((ctx) => updateCustomer(ctx, { id: ids.survivorId, responsibleId: manager.personId }));
    const list = await as((ctx) => listPairs(ctx, { state: 'proposed', limit: 10 }));
    expect([list.items, list.proposed]).toEqual([[], 0]);
    expect(await as((ctx) => findPossible(ctx, { kind: 'person', name: 'Sultan Aldosari' }))).not.toContainEqual(
      expect.objectContaining({ record: expect.objectContaining({ id: ids.mergedId }) }),
    );
    for (const attempt of [
      () => as((ctx) => previewMerge(ctx, ids)),
      () => as((ctx) => mergeCustomers(ctx, { ...ids, take: [] })),
      () => as((ctx) => mergeAll(ctx, [pair])),
      () => as((ctx) => keepApart(ctx, [pair])),
    ])
      await expect(attempt()).rejects.toMatchObject({ status: 404 });
    const merge = await run((ctx) =>
      mergeCustomers(ctx, { survivorId: ids.mergedId, mergedId: ids.survivorId, take: [] }),
    );
    expect(await as((ctx) => readMerges(ctx, { recordId: ids.survivorId }))).toEqual([]);
    await expect(as((ctx) => unmerge(ctx, merge.id))).rejects.toMatchObject({ code: 'customer.not-found' });
    await run((ctx) => unmerge(ctx, merge.id));
    await run((ctx) => updateCustomer(ctx, { id: ids.mergedId, responsibleId: manager.personId }));
    expect((await as((ctx) => listPairs(ctx, { state: 'proposed', limit: 10 }))).items).toHaveLength(1);
  });
});

test('only who may merge merges: an agent is refused', async () => {
  const { buildPerson } = await saudi();
  const [agent, manager] = [await buildPerson({ roles: ['agent'] }), await buildPerson({ roles: ['service-manager'] })];
  expect([agent.actor.permissions.has('customer.merge'), manager.actor.permissions.has('customer.merge')]).toEqual([
    false,
    true,
  ]);
});

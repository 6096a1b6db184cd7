// Finding: pairs are proposed when customers come or change, by a comparison of all, and while somebody types; decided ones stay decided.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCustomer } from '#modules/customers/factory.ts';
import { addContactPoint } from '#modules/customers/add-contact-point.ts';
import { removeContactPoint } from '#modules/customers/remove-contact-point.ts';
import { updateCustomer } from '#modules/customers/update-customer.ts';
import { writeCustomers } from '#modules/customers/write-customers.ts';
import { cancelImport } from '#modules/imports/cancel-import.ts';
import { buildImport } from '#modules/imports/factory.ts';
import { buildOrganisation, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { findPossible } from './find-possible.ts';
import { keepApart, proposeAgain } from './keep-apart.ts';
import { listPairs } from './list-pairs.ts';
import { lastRun, startRun, stopRun } from './runs.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

type Run = BuiltOrganisation['run'];
const saudi = () => buildOrganisation(app.platform, { country: 'SA', language: 'ar' });
const work = () => app.platform.jobs.runDue(app.platform);
const pairs = async (run: Run, state: 'proposed' | 'kept-apart' | 'merged' = 'proposed') =>
  (await run((ctx) => listPairs(ctx, { state, limit: 50 }))).items;
const names = async (run: Run): Promise<string[]> =>
  (await pairs(run)).map(({ one, other }) => [one.name, other.name].toSorted().join(' · '));

/** One address belongs to one customer, so a number that both have was moved from one to the other. */
async function twoWithOnePhone(run: Run, first: string, second: string): Promise<{ oneId: string; otherId: string }> {
  const one = await run((ctx) => buildCustomer(ctx, { name: first, email: undefined, phone: '0501234567' }));
  await run((ctx) => removeContactPoint(ctx, { id: one.customerId, contactPointId: one.contactPoints[0]!.id }));
  const other = await run((ctx) => buildCustomer(ctx, { name: second, email: undefined, phone: '0501234567' }));
  await work();
  return { oneId: one.customerId, otherId: other.customerId };
}

describe('proposed', () => {
  test('the same person in the other script with the same phone, with what speaks for it', async () => {
    const { run } = await saudi();
    await twoWithOnePhone(run, 'محمد عبدالله الحربي', 'Mohammed Abdullah Al-Harbi');
    const [pair, ...others] = await pairs(run);
    expect(others).toEqual([]);
    expect(pair).toMatchObject({ state: 'proposed', decidedAt: null, probability: expect.any(Number) });
    expect(pair!.probability).toBeGreaterThan(0.9);
    expect(pair!.evidence.map(({ field }) => field)).toEqual(['given-name', 'other-names', 'phone']);
  });

  test('not a family that shares a phone, nor two names that differ in a vowel', async () => {
    const { run } = await saudi();
    await twoWithOnePhone(run, 'سارة محمد الحربي', 'فهد محمد الحربي');
    expect(await names(run)).toEqual([]);
    const { run: elsewhere } = await saudi();
    await twoWithOnePhone(elsewhere, 'حسن الحربي', 'نورة القحطاني');
    expect(await names(elsewhere)).toEqual([]);
  });

  test('a change that makes two alike proposes them, one that parts them takes the proposal back', async () => {
    const { run } = await saudi();
    const { otherId } = await twoWithOnePhone(run, 'سلطان الدوسري', 'نورة القحطاني');
    expect(await names(run)).toEqual([]);
    await run((ctx) => updateCustomer(ctx, { id: otherId, name: 'Sultan Aldosari' }));
    await work();
    expect(await names(run)).toEqual(['Sultan Aldosari · سلطان الدوسري']);
    await run((ctx) => updateCustomer(ctx, { id: otherId, name: 'نورة القحطاني' }));
    await work();
    expect(await names(run)).toEqual([]);
  });

  test('another organisation’s customers are never partners', async () => {
    const [mine, theirs] = [await saudi(), await saudi()];
    await mine.run((ctx) => buildCustomer(ctx, { name: 'سلطان الدوسري', phone: '0501234567' }));
    await theirs.run((ctx) => buildCustomer(ctx, { name: 'سلطان الدوسري', phone: '0501234567' }));
    await work();
    expect([await names(mine.run), await names(theirs.run)]).toEqual([[], []]);
    const typed = { kind: 'person' as const, name: 'سلطان الدوسري', phone: '0501234567' };
    expect(await theirs.run((ctx) => findPossible(ctx, typed))).toHaveLength(1);
  });

  test('five hundred who come in one transaction are one job', async () => {
    const { run } = await saudi();
    await run(async (ctx) => {
      for (let at = 0; at < 500; at += 1)
        await buildCustomer(ctx, { name: `سلطان ${at}`, email: `s${at}@example.com`, language: 'ar' });
    });
    const { rows } = await app.platform.connection.pool.query(
      `select count(*)::int as n from pgboss.job where name = 'deliver.duplicates.check-registered' and state = 'created'`,
    );
    expect(rows[0].n).toBe(1);
    await work();
  });
});

describe('decided', () => {
  test('kept apart, they do not come again until much more speaks for it', async () => {
    const { run, organisationId } = await saudi();
    const ids = await twoWithOnePhone(run, 'سلطان الدوسري', 'سلطان الدوسرى');
    await run((ctx) => keepApart(ctx, [ids]));
    expect(await pairs(run)).toEqual([]);
    expect(await pairs(run, 'kept-apart')).toMatchObject([{ decidedBy: 'Administrator' }]);
    await run((ctx) => updateCustomer(ctx, { id: ids.otherId, name: 'سلطان فهد الدوسري' }));
    await work();
    expect(await pairs(run)).toEqual([]);
    await app.platform.connection.pool.query(
      `update customers set birth_date = '1985-03-12' where organisation_id = $1`,
      [organisationId],
    );
    await run((ctx) => updateCustomer(ctx, { id: ids.otherId, name: 'سلطان الدوسري' }));
    await work();
    expect(await pairs(run)).toHaveLength(1);
  });

  test('taking it back proposes them again; an unknown pair is refused', async () => {
    const { run } = await saudi();
    const ids = await twoWithOnePhone(run, 'سلطان الدوسري', 'سلطان الدوسرى');
    await run((ctx) => keepApart(ctx, [{ oneId: ids.otherId, otherId: ids.oneId }]));
    await run((ctx) => proposeAgain(ctx, ids));
    expect(await pairs(run)).toHaveLength(1);
    await expect(run((ctx) => keepApart(ctx, [{ oneId: ids.oneId, otherId: ids.oneId }]))).rejects.toMatchObject({
      code: 'duplicate.pair-not-found',
    });
    await expect(run((ctx) => proposeAgain(ctx, ids))).rejects.toMatchObject({ code: 'duplicate.pair-not-found' });
  });
});

test('the queue comes page by page, the likeliest first', async () => {
  const { run } = await saudi();
  await twoWithOnePhone(run, 'سلطان الدوسري', 'Sultan Aldosari');
  const one = await run((ctx) => buildCustomer(ctx, { name: 'نورة القحطاني', email: 'noura99@example.com' }));
  await run((ctx) => removeContactPoint(ctx, { id: one.customerId, contactPointId: one.contactPoints[0]!.id }));
  await run((ctx) => addContactPoint(ctx, { id: one.customerId, channel: 'phone', value: '0509998887' }));
  await run((ctx) => removeContactPoint(ctx, { id: one.customerId, contactPointId: one.contactPoints[0]!.id })).catch(
    () => {},
  );
  await run((ctx) => buildCustomer(ctx, { name: 'نورة القحطانى', email: 'noura99@example.net', phone: '0509998886' }));
  await work();
  const first = await run((ctx) => listPairs(ctx, { state: 'proposed', limit: 1 }));
  const second = await run((ctx) => listPairs(ctx, { state: 'proposed', limit: 1, cursor: first.next! }));
  expect(first.proposed).toBe(2);
  expect(second.next).toBeNull();
  expect(first.items[0]!.probability).toBeGreaterThanOrEqual(second.items[0]!.probability);
});

test('who came in bulk is compared when no import runs, and waits for one that does', async () => {
  const { run, organisationId } = await saudi();
  const { pool } = app.platform.connection;
  const waiting = async (): Promise<number> =>
    (
      await pool.query<{ n: number }>(
        `select count(*)::int as n from duplicate_records where organisation_id = $1 and pending`,
        [organisationId],
      )
    ).rows[0]!.n;
  await run((ctx) => buildCustomer(ctx, { name: 'سلطان محمد الدوسري', email: 'sultan.dosari@example.com' }));
  await work();
  const { id } = await buildImport({ platform: app.platform, run }, 'id,name\nA,B');
  await pool.query(`update imports set state = 'running' where organisation_id = $1 and id = $2`, [organisationId, id]);
  const rows = Array.from({ length: 60 }, (_, row) => ({
    row,
    values: { name: `${'بتثجحخدذرز'[row % 10]}${row} ضيف` },
  }));
  await run((ctx) =>
    writeCustomers(ctx, [
      ...rows,
      { row: 60, values: { name: 'Sultan Mohammed Aldosari', email: 'sultan.dosari@example.org' } },
    ]),
  );
  await work();
  expect(await waiting()).toBe(61);
  expect(await names(run)).toEqual([]);
  await run((ctx) => cancelImport(ctx, { id }));
  await work();
  expect(await waiting()).toBe(0);
  expect(await names(run)).toEqual(['Sultan Mohammed Aldosari · سلطان محمد الدوسري']);
});

describe('a comparison of all', () => {
  test('finds what no event told, shows how far it is, and one runs at a time', async () => {
    const { run, organisationId } = await saudi();
    await twoWithOnePhone(run, 'سلطان الدوسري', 'Sultan Aldosari');
    for (const table of ['duplicate_pairs', 'duplicate_keys', 'duplicate_words', 'duplicate_records'])
      await app.platform.connection.pool.query(`delete from ${table} where organisation_id = $1`, [organisationId]);
    expect(await run(startRun)).toMatchObject({ state: 'running', phase: 'keys', customers: 2, done: 0 });
    await expect(run(startRun)).rejects.toMatchObject({ code: 'duplicate.run-goes-on' });
    await work();
    expect(await run(lastRun)).toMatchObject({ state: 'done', phase: 'pairs', done: 2 });
    expect(await names(run)).toEqual(['Sultan Aldosari · سلطان الدوسري']);
  });

  test('stopped, it does nothing more', async () => {
    const { run } = await saudi();
    await run((ctx) => buildCustomer(ctx));
    const { id } = await run(startRun);
    await run((ctx) => stopRun(ctx, id));
    await work();
    expect(await run(lastRun)).toMatchObject({ state: 'stopped', phase: 'keys', done: 0 });
  });
});

test('while somebody types: who it may be, and why', async () => {
  const { run } = await saudi();
  const { customerId } = await run((ctx) => buildCustomer(ctx, { name: 'عبدالعزيز القحطاني', phone: '0501234567' }));
  await run((ctx) => buildCustomer(ctx, { name: 'فهد القحطاني' }));
  await work();
  const typed = { kind: 'person' as const, name: 'Abdulaziz Al Qahtani' };
  const [possible, ...others] = await run((ctx) => findPossible(ctx, { ...typed, phone: '٠٥٠١٢٣٤٥٦٧' }));
  expect(others).toEqual([]);
  expect(possible).toMatchObject({ record: { id: customerId, phones: ['+966501234567'] } });
  expect(possible!.evidence.map(({ field, level }) => `${field} ${level}`)).toContain('phone same');
  // A number that is not whole yet is left out, and does not disturb.
  expect(await run((ctx) => findPossible(ctx, { ...typed, phone: '050', email: 'x@' }))).toHaveLength(1);
  expect(await run((ctx) => findPossible(ctx, { kind: 'person', name: 'سعود العتيبي' }))).toEqual([]);
});

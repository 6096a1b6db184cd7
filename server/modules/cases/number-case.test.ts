// The number of a case: none missing and none twice, whatever happens at the same moment and whatever fails.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import { transact } from '#platform/db/transact.ts';
import { newId } from '#platform/ids.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { buildCase } from './factory.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app?.close());

async function numbersOf(organisationId: string): Promise<string[]> {
  const { rows } = await sql<{
    number: string;
  }>`select number from cases where organisation_id = ${organisationId} order by number`.execute(
    app.platform.connection.db,
  );
  return rows.map((row) => row.number);
}

const counted = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `2026-${String(index + 1).padStart(6, '0')}`);

test('many at once, of which some fail when they have their number already: no gap, and each is told its own', async () => {
  const { organisationId } = await buildOrganisation(app.platform);
  const told = await Promise.allSettled(
    Array.from({ length: 60 }, (_, index) =>
      // The product is looked at by the same statement that takes the number.
      buildCase(app.platform, organisationId, index % 3 === 0 ? { productId: newId() } : {}),
    ),
  );
  const registered = told.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  for (const one of told) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: '23503' });
  expect(registered.map(({ number }) => number).toSorted()).toEqual(counted(40));
  expect(await numbersOf(organisationId)).toEqual(counted(40));
  for (const { id, number } of registered.slice(0, 5)) {
    const { rows } =
      await sql`select number from cases where organisation_id = ${organisationId} and id = ${id}`.execute(
        app.platform.connection.db,
      );
    expect(rows).toEqual([{ number }]);
  }
});

test('two organisations count by themselves and do not wait for each other', async () => {
  const [one, other] = [await buildOrganisation(app.platform), await buildOrganisation(app.platform)];
  const { pool } = app.platform.connection;
  const holder = await pool.connect();
  await holder.query('begin');
  await holder.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
    `case number ${one.organisationId} 2026`,
  ]);
  const waiting = buildCase(app.platform, one.organisationId);
  expect((await buildCase(app.platform, other.organisationId)).number).toBe(counted(1)[0]);
  expect(await numbersOf(one.organisationId)).toEqual([]);
  await holder.query('commit');
  holder.release();
  expect((await waiting).number).toBe(counted(1)[0]);
});

test('a customer may not write into the counter of another organisation', async () => {
  const [one, other] = [await buildOrganisation(app.platform), await buildOrganisation(app.platform)];
  await buildCase(app.platform, one.organisationId);
  const scope = {
    organisationId: other.organisationId,
    actor: { kind: 'customer', customerId: null, grantId: null },
  } as const;
  const stray = transact(app.platform, scope, async (ctx) => {
    const { numAffectedRows } =
      await sql`update case_counters set last = 99 where organisation_id = ${one.organisationId}`.execute(
        ctx.transaction,
      );
    return numAffectedRows;
  });
  expect(await stray).toBe(0n);
  expect((await buildCase(app.platform, one.organisationId)).number).toBe(counted(2)[1]);
});

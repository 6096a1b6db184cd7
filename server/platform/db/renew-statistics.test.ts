// Statistics are renewed for tables that have doubled, and left alone otherwise.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { renewStatistics } from './renew-statistics.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

const rows = async (): Promise<number> => {
  const { pool } = app.platform.connection;
  const asked = await pool.query<{ n: number }>(
    `select reltuples::int as n from pg_class where oid = 'public.attempts'::regclass`,
  );
  return asked.rows[0]!.n;
};

/** Counts of changes reach the statistics when the connection is asked to hand them over. */
async function fill(from: number, to: number): Promise<void> {
  const client = await app.platform.connection.pool.connect();
  await client.query(`insert into attempts select 'bucket ' || n, now(), 1 from generate_series($1::int, $2::int) n`, [
    from,
    to,
  ]);
  await client.query('select pg_stat_force_next_flush()');
  await client.query('select 1');
  client.release();
}

it('looks at a table that has doubled, and not at one that has grown a little', async () => {
  const { connection } = app.platform;
  await fill(1, 3_000);
  await renewStatistics(connection);
  expect(await rows()).toBe(3_000);
  await fill(3_001, 4_200);
  await renewStatistics(connection);
  expect(await rows()).toBe(3_000);
  await fill(4_201, 9_000);
  await renewStatistics(connection);
  expect(await rows()).toBe(9_000);
});

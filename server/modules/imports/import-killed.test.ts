// A worker that is killed (SIGKILL) in the middle of an import: the next one goes on behind the last batch, nothing twice, nothing lost.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { buildImport } from './factory.ts';
import { readImport, requireImport } from './import-record.ts';
import { runImportJob } from './run-import.ts';
import { checkImport, startImport } from './start-import.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

const program = `
  const server = ${JSON.stringify(pathToFileURL(join(import.meta.dirname, '../..')).href)};
  const [{ createApp }, { readConfig }, { createLog }, { movableClock }] = await Promise.all(['app', 'platform/config', 'platform/log', 'platform/clock'].map((name) => import(server + '/' + name + '.ts')));
  const { url, data, now } = JSON.parse(process.argv.at(-1));
  const app = await createApp(readConfig({ data, role: 'worker' }, {}), { databaseUrl: url, log: createLog('silent'), clock: movableClock(new Date(now)), supervise: false });
  await app.platform.jobs.runDue(app.platform);
  await app.stop();
`;

function startWorker(): ChildProcess {
  const given = JSON.stringify({ url: app.databaseUrl, data: app.platform.config.dataDir, now: app.clock.now() });
  return spawn(process.execPath, ['--input-type=module', '-e', program, given], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

it('resumes without doubles and without losses', { timeout: 300_000 }, async () => {
  const rows = 7_000;
  const org = await buildOrganisation(app.platform, { country: 'SA', language: 'ar' });
  const { pool } = app.platform.connection;
  const csv = Array.from({ length: rows }, (_, row) => `K-${row},عميل ${row},k${row}@example.com`).join('\n');
  const { id } = await buildImport({ platform: app.platform, run: org.run }, `id,name,email\n${csv}`);
  await org.run((ctx) => checkImport(ctx, { id }));
  const trial = await org.run((ctx) => requireImport(ctx, id));
  await runImportJob.handle(app.platform, { organisationId: org.organisationId, importId: id, run: trial.run });
  await org.run((ctx) => startImport(ctx, { id }));
  const { run } = await org.run((ctx) => requireImport(ctx, id));

  // Somebody holds the id of a row of the third batch: the worker stands in the middle of it when it is killed.
  const holder = await pool.connect();
  await holder.query('begin');
  await holder.query(
    `insert into customers (organisation_id, id, kind, name, language, external_id, registered_at)
     values ($1, gen_random_uuid(), 'person', 'somebody', 'ar', 'K-5000', now())`,
    [org.organisationId],
  );
  const worker = startWorker();
  const waits = async () =>
    (
      await pool.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
    ).rows[0]!.n;
  await expect.poll(waits, { timeout: 60_000, interval: 50 }).toBeGreaterThan(0);
  const killed = once(worker, 'exit');
  worker.kill('SIGKILL');
  expect(await killed).toEqual([null, 'SIGKILL']);
  await holder.query('rollback');
  holder.release();

  const stopped = await org.run((ctx) => requireImport(ctx, id));
  expect(stopped).toMatchObject({ state: 'running', done: 3_999, created: 3_999, last_row: 4_000 });
  // The queue gives the job of a killed worker to another one; here it is given at once.
  await runImportJob.handle(app.platform, { organisationId: org.organisationId, importId: id, run });
  expect(await org.run((ctx) => readImport(ctx, id))).toMatchObject({
    state: 'finished',
    counts: { done: rows, created: rows, changed: 0, unchanged: 0, refused: 0 },
  });
  const { rows: found } = await pool.query(
    `select count(*)::int as n, count(distinct external_id)::int as ids from customers where organisation_id = $1`,
    [org.organisationId],
  );
  expect(found).toEqual([{ n: rows, ids: rows }]);
  // The job comes a second time: there is nothing left to do.
  await runImportJob.handle(app.platform, { organisationId: org.organisationId, importId: id, run });
  expect((await org.run((ctx) => requireImport(ctx, id))).done).toBe(rows);
});

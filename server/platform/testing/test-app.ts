// For tests: an app over a database of the worker's own, with a clock that stands still, jobs that run when told, and no network.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '../config.ts';
import { movableClock, type MovableClock } from '../clock.ts';
import { connect } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import { createLog } from '../log.ts';
import type { Platform } from '../platform.ts';

export type TestApp = App & {
  clock: MovableClock;
  platform: Platform;
  databaseUrl: string;
  dataDir: string;
  close(): Promise<void>;
};

const startOfTests = new Date('2026-11-22T08:00:00.000Z');

/** One per test file (`beforeAll`), closed in `afterAll`. Tests share it and each builds its own organisation. */
export async function createTestApp(): Promise<TestApp> {
  const databaseUrl = await createTestDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'rida-test-'));
  chmodSync(dataDir, 0o755);
  const config = { ...readConfig({ port: '0', data: dataDir }, {}), databasePool: 8, publicUrl: 'http://rida.test' };
  const clock = movableClock(startOfTests);
  const app = await createApp(config, { databaseUrl, clock, log: createLog('silent'), supervise: false });
  return {
    ...app,
    clock,
    databaseUrl,
    dataDir,
    async close() {
      await app.stop();
      await dropDatabase(databaseUrl);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A fresh database made from a template that is migrated once for the whole run. */
export async function createTestDatabase(): Promise<string> {
  const server = inject('databaseUrl');
  const template = 'rida_test_template';
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  try {
    // One worker makes the template, the others wait for it.
    await admin.query('select pg_advisory_lock(72341)');
    const there = await admin.query('select 1 from pg_database where datname = $1', [template]);
    if (there.rowCount === 0) {
      await admin.query(`create database ${template} template template0 encoding 'UTF8' ${await localeClause(admin)}`);
      const connection = await connect(withDatabase(server, template), { max: 2, name: 'rida-template' });
      await migrate(connection.db);
      await connection.close();
    }
    const name = `rida_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
    await admin.query(`create database ${name} template ${template}`);
    return withDatabase(server, name);
  } finally {
    await admin.end();
  }
}

async function localeClause(admin: pg.Client): Promise<string> {
  const { rows } = await admin.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  );
  return rows[0]!.version >= 170_000
    ? `locale_provider builtin builtin_locale 'C.UTF-8' locale 'C.UTF-8'`
    : `locale 'C.UTF-8'`;
}

async function dropDatabase(url: string): Promise<void> {
  const admin = new pg.Client({ connectionString: inject('databaseUrl') });
  await admin.connect();
  await admin.query(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`);
  await admin.end();
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

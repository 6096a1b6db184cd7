// The doctor against a whole installation and against each thing that can be wrong with one.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { fromKysely } from 'pg-boss';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildOrganisation, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { readConfig, type Config } from '#platform/config.ts';
import {
  checkBinaries,
  checkCalendars,
  checkHolder,
  checkNode,
  checkSecret,
  checkWeb,
} from '#platform/doctor/check-machine.ts';
import { lineOf, type Finding } from '#platform/doctor/finding.ts';
import { processIdentity } from '#platform/db/process-identity.ts';
import { createEmptyDatabase, dropDatabase, query } from '#platform/testing/backup-helpers.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { diagnose } from './doctor.ts';

let app: TestApp;
let organisation: BuiltOrganisation;
let config: Config;
let folder: string;

beforeAll(async () => {
  app = await createTestApp();
  organisation = await buildOrganisation(app.platform);
  config = { ...app.platform.config, databaseUrl: app.databaseUrl };
  folder = mkdtempSync(join(tmpdir(), 'rida-doctor-'));
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function findings(of: Config = config): Promise<Map<string, Finding>> {
  const found = new Map<string, Finding>();
  for await (const finding of diagnose(of)) found.set(finding.about, finding);
  return found;
}

async function setMailServer(port: number): Promise<void> {
  await query(
    app.databaseUrl,
    `insert into settings values ($1, 'mail', $2, now()) on conflict (organisation_id, key) do update set value = excluded.value`,
    [
      organisation.organisationId,
      JSON.stringify({ host: '127.0.0.1', port, security: 'none', fromAddress: 'us@example.org' }),
    ],
  );
}

test('a whole installation: one line a check, all well', async () => {
  const found = await findings();
  found.delete('Web app'); // built or not, as this checkout happens to be
  expect([...found.values()].filter(({ state }) => state === 'fault')).toEqual([]);
  expect([...found.keys()]).toEqual([
    'Node.js',
    'Calendars',
    'Data folder',
    'Disk',
    'Running',
    'Files',
    'PostgreSQL',
    'Database',
    'pg_trgm',
    'Roles',
    'Migrations',
    'Clocks',
    'Dead jobs',
    'Waiting jobs',
    'Secret',
    'Mail',
  ]);
  expect(found.get('Dead jobs')?.state).toBe('ok');
  expect(found.get('Mail')).toMatchObject({ state: 'warning', todo: expect.stringContaining('outbox') });
  for (const finding of found.values()) expect(lineOf(finding)).not.toContain('\n');
});

test('mail: a server that answers and one that does not', async () => {
  const smtp = new SMTPServer({ disabledCommands: ['STARTTLS'], authOptional: true });
  await new Promise<void>((done) => smtp.listen(0, '127.0.0.1', done));
  const { port } = smtp.server.address() as AddressInfo;
  await setMailServer(port);
  expect((await findings()).get('Mail')).toMatchObject({ state: 'ok' });
  await new Promise<void>((done) => smtp.close(done));
  expect((await findings()).get('Mail')).toMatchObject({
    state: 'fault',
    found: expect.stringContaining('smtp-unreachable'),
  });
});

test('jobs: the dead and the late', async () => {
  await app.platform.connection.db
    .transaction()
    .execute((transaction) =>
      app.platform.jobs.send(fromKysely(transaction), 'mail.send', [
        { data: { mailId: 'x' } },
        { data: { mailId: 'y' } },
      ]),
    );
  await query(
    app.databaseUrl,
    `update pgboss.job set created_on = now() - interval '3 hours', start_after = now() - interval '3 hours' where name = 'mail.send'`,
  );
  await query(app.databaseUrl, `update pgboss.job set state = 'failed' where data->>'mailId' = 'y'`);
  const found = await findings();
  expect(found.get('Dead jobs')).toMatchObject({ state: 'warning', found: '1 (mail.send)' });
  expect(found.get('Waiting jobs')).toMatchObject({ state: 'warning', found: expect.stringContaining('3 h') });
});

test('a database that cannot be used: silent, newer', async () => {
  const closed = await new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
  const silent = await findings({ ...config, databaseUrl: `postgresql://nobody@127.0.0.1:${closed}/none` });
  expect(silent.get('Database')).toMatchObject({ state: 'fault', todo: expect.stringContaining('DATABASE_URL') });

  const empty = await createEmptyDatabase();
  try {
    const found = await findings({ ...config, databaseUrl: empty });
    expect(found.get('Migrations')).toMatchObject({ state: 'ok' });
    await query(empty, `create table migrations (name text, "timestamp" text)`);
    await query(empty, `insert into migrations values ('29991231-0000-future', '')`);
    expect((await findings({ ...config, databaseUrl: empty })).get('Migrations')).toMatchObject({ state: 'fault' });
  } finally {
    await dropDatabase(empty);
  }
});

test('without a data folder nothing is made', async () => {
  const found = await findings(readConfig({ data: join(folder, 'none') }, {}));
  expect(found.get('Database')).toMatchObject({ state: 'warning' });
  expect(found.get('Data folder')).toMatchObject({ state: 'warning' });
});

test('the machine: Node.js, calendars, web app, PostgreSQL', () => {
  expect(checkNode('20.1.0').state).toBe('fault');
  expect(checkNode('24.0.0').state).toBe('ok');
  expect(checkCalendars(['gregory', 'persian'])).toMatchObject({
    state: 'fault',
    found: expect.stringContaining('islamic-umalqura'),
  });
  expect(checkCalendars().state).toBe('ok');
  expect(checkWeb(folder).state).toBe('fault');
  expect(checkBinaries({ databaseUrl: undefined, dataDir: folder })).toMatchObject({
    state: 'ok',
    found: expect.stringMatching(/^bundled \d/),
  });
});

test('the secret: missing, readable by others, given', () => {
  const dataDir = join(folder, 'secret');
  mkdirSync(dataDir);
  const at = { secret: undefined, dataDir };
  expect(checkSecret(at, false).state).toBe('ok');
  expect(checkSecret(at, true).state).toBe('fault');
  writeFileSync(join(dataDir, 'secret'), 's'.repeat(64), { mode: 0o600 });
  expect(checkSecret(at, true).state).toBe('ok');
  chmodSync(join(dataDir, 'secret'), 0o644);
  expect(checkSecret(at, true)).toMatchObject({ state: 'warning', todo: expect.stringContaining('chmod 600') });
  expect(checkSecret({ secret: 'given', dataDir }, true).state).toBe('ok');
});

test('the holder of the data folder: nobody, a live process, a dead one, another machine', () => {
  const dataDir = join(folder, 'held');
  mkdirSync(dataDir);
  const hold = (holder: object) => writeFileSync(join(dataDir, 'rida.lock'), JSON.stringify(holder));
  expect(checkHolder({ dataDir }).found).toContain('no other process');
  hold({ pid: process.pid, identity: processIdentity(process.pid), host: hostname() });
  expect(checkHolder({ dataDir }).found).toBe(`Rida, process ${process.pid}`);
  hold({ pid: process.pid, identity: 'earlier', host: hostname() });
  expect(checkHolder({ dataDir }).found).toContain('did not stop cleanly');
  hold({ pid: 1, identity: 'x', host: 'elsewhere' });
  expect(checkHolder({ dataDir }).state).toBe('warning');
});

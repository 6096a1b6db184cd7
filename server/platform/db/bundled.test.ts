// The bundled database against everything that happens to it: killed parents, second starts, long paths, half-made and foreign folders.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { afterEach, expect, test } from 'vitest';
import { runningBundledUrl, startBundled } from '#platform/db/bundled.ts';
import type { Bundled, BundledOptions } from '#platform/db/bundled.ts';
import { isAlive, processIdentity } from '#platform/db/process-identity.ts';

const cleanUps: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rida-bundled-'));
  chmodSync(folder, 0o755);
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function started(dataDir: string, more: Partial<BundledOptions> = {}): Promise<Bundled & { lines: string[] }> {
  const lines: string[] = [];
  const bundled = await startBundled({ dataDir, log: (line) => void lines.push(line), ...more });
  cleanUps.push(() => bundled.stop());
  return { ...bundled, lines };
}

/** A process of its own that starts the database and then waits to be killed; resolves when the database serves. */
async function startedByAnother(dataDir: string): Promise<{ parent: ChildProcess; pid: number }> {
  const module = pathToFileURL(join(import.meta.dirname, 'bundled.ts')).href;
  const program = `const { startBundled } = await import(${JSON.stringify(module)})
    const { pid } = await startBundled({ dataDir: ${JSON.stringify(dataDir)}, log: () => {} })
    console.log(pid); setInterval(() => {}, 1000)`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let pid = 0;
  cleanUps.push(async () => {
    if (parent.exitCode === null && parent.signalCode === null) await killed(parent);
    if (pid > 0 && isAlive(pid)) process.kill(pid, 'SIGKILL');
  });
  for await (const line of createInterface({ input: parent.stdout })) {
    pid = Number(line);
    return { parent, pid };
  }
  throw new Error('The other process ended without a database');
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await ended;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('a fresh start serves UTF-8 with fsync and without a port, and stops by itself', async () => {
  const dataDir = temporaryFolder();
  const database = await started(dataDir);
  expect(database).toMatchObject({ version: expect.stringMatching(/^18\./), alreadyRunning: false });
  const [row] = await query(
    database.url,
    `select current_setting('server_encoding') as encoding, current_setting('fsync') as fsync, current_setting('jit') as jit,
       current_setting('data_checksums') as checksums, current_setting('listen_addresses') as addresses, current_database() as name, 'شكوى' ~ '^\\w+$' as letters`,
  );
  expect(row).toEqual({
    encoding: 'UTF8',
    fsync: 'on',
    jit: 'off',
    checksums: 'on',
    addresses: '',
    name: 'rida',
    letters: true,
  });
  expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
  expect(runningBundledUrl(dataDir)).toBe(database.url);
  await database.stop();
  expect(processIdentity(database.pid)).toBeUndefined();
  expect(existsSync(join(dataDir, 'rida.lock'))).toBe(false);
  expect(runningBundledUrl(dataDir)).toBeUndefined();
});

test('a second start finds the data of the first, with nothing to make or to mend', async () => {
  const dataDir = temporaryFolder();
  const first = await started(dataDir);
  await query(first.url, 'create table kept as select 7 as number');
  const cluster = (url: string) => query(url, 'select system_identifier from pg_control_system()');
  const made = await cluster(first.url);
  await first.stop();
  const said = readFileSync(join(dataDir, 'postgres.log'), 'utf8').length;
  const second = await started(dataDir);
  expect(await query(second.url, 'select number from kept')).toEqual([{ number: 7 }]);
  expect(await cluster(second.url)).toEqual(made);
  const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8').slice(said);
  expect(log).toContain('ready to accept connections');
  expect(log).not.toMatch(/recovery|not properly shut down/);
});

test('the server of a killed process is adopted and stopped by the new one', async () => {
  const dataDir = temporaryFolder();
  const { parent, pid } = await startedByAnother(dataDir);
  await killed(parent);
  expect(isAlive(pid)).toBe(true);
  const database = await started(dataDir);
  expect(database).toMatchObject({ alreadyRunning: true, pid, lines: [expect.stringContaining(String(pid))] });
  expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await database.stop();
  expect(processIdentity(pid)).toBeUndefined();
});

test('when process and server were both killed, the server recovers and serves', async () => {
  const dataDir = temporaryFolder();
  const { parent, pid } = await startedByAnother(dataDir);
  const url = runningBundledUrl(dataDir);
  expect(url).toBeDefined();
  await query(url ?? '', 'create table kept as select 7 as number');
  await killed(parent);
  process.kill(pid, 'SIGKILL');
  const database = await started(dataDir);
  expect(database.alreadyRunning).toBe(false);
  expect(await query(database.url, 'select number from kept')).toEqual([{ number: 7 }]);
});

test('a second Rida on the same folder is refused while the first lives', async () => {
  const dataDir = temporaryFolder();
  const { parent } = await startedByAnother(dataDir);
  await expect(started(dataDir)).rejects.toMatchObject({
    name: 'StartError',
    code: 'database.locked',
    message: expect.stringContaining(String(parent.pid)),
  });
});

test('a lock and a pid file of dead processes whose pids live again do not hinder the start', async () => {
  const dataDir = temporaryFolder();
  const first = await started(dataDir);
  const file = join(dataDir, 'postgres', 'postmaster.pid');
  const content = readFileSync(file, 'utf8');
  await first.stop();
  // Our own pid lives, but it is no database server and did not take that lock.
  writeFileSync(file, content.replace(/^\d+/, String(process.pid)));
  writeFileSync(
    join(dataDir, 'rida.lock'),
    JSON.stringify({ pid: process.pid, identity: 'another boot/1', host: (await import('node:os')).hostname() }),
  );
  const second = await started(dataDir);
  expect(second.alreadyRunning).toBe(false);
  expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a fresh lock of another host is respected', async () => {
  const dataDir = temporaryFolder();
  writeFileSync(join(dataDir, 'rida.lock'), JSON.stringify({ pid: 1, identity: 'x', host: 'elsewhere' }));
  await expect(started(dataDir)).rejects.toMatchObject({
    code: 'database.locked',
    message: expect.stringContaining('elsewhere'),
  });
});

test('a folder of another major version is refused and left as it was', async () => {
  const dataDir = temporaryFolder();
  const folder = join(dataDir, 'postgres');
  mkdirSync(join(folder, 'global'), { recursive: true });
  writeFileSync(join(folder, 'global', 'pg_control'), '');
  writeFileSync(join(folder, 'PG_VERSION'), '16\n');
  await expect(started(dataDir)).rejects.toMatchObject({
    code: 'database.other-version',
    message: expect.stringMatching(/PostgreSQL 16.*rida restore/),
  });
  expect(readFileSync(join(folder, 'PG_VERSION'), 'utf8')).toBe('16\n');
  expect(existsSync(join(dataDir, 'rida.lock'))).toBe(false);
});

test('a folder with files but without a complete database is refused, never emptied', async () => {
  const dataDir = temporaryFolder();
  mkdirSync(join(dataDir, 'postgres', 'base'), { recursive: true });
  await expect(started(dataDir)).rejects.toMatchObject({ code: 'database.incomplete' });
  expect(existsSync(join(dataDir, 'postgres', 'base'))).toBe(true);
});

test('an initdb killed in the middle is begun anew', async () => {
  const dataDir = temporaryFolder();
  mkdirSync(join(dataDir, 'postgres.new', 'base'), { recursive: true });
  writeFileSync(join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n');
  const database = await started(dataDir);
  expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(existsSync(join(dataDir, 'postgres.new'))).toBe(false);
});

test('a path too long for a socket is served through a short private folder', async () => {
  const dataDir = join(temporaryFolder(), 'a folder, with "quotes"', 'long'.repeat(30));
  mkdirSync(dataDir, { recursive: true });
  const database = await started(dataDir);
  const socketFolder = new URL(database.url).searchParams.get('host') ?? '';
  cleanUps.unshift(() => rmSync(socketFolder, { recursive: true, force: true }));
  expect(socketFolder).toMatch(/^\/tmp\/rida-[0-9a-f]{12}$/);
  expect(statSync(socketFolder).mode & 0o777).toBe(0o700);
  expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('as on Windows: a loopback port that wants the password', async () => {
  const database = await started(temporaryFolder(), { transport: 'tcp' });
  expect(new URL(database.url).hostname).toBe('127.0.0.1');
  expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  const withoutPassword = database.url.replace(/:[0-9a-f]+@/, ':wrong@');
  await expect(query(withoutPassword, 'select 1')).rejects.toThrow(/password authentication failed/);
});

test('a setting PostgreSQL refuses ends in one line with its own words', async () => {
  await expect(started(temporaryFolder(), { settings: { shared_buffers: 'plenty' } })).rejects.toMatchObject({
    code: 'database.start-failed',
    message: expect.stringContaining('invalid value for parameter "shared_buffers"'),
  });
});

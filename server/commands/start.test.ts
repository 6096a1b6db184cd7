// `rida start` with real processes: what it refuses, what it says, how it drains, and what it leaves behind.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { runningBundledUrl } from '#platform/db/bundled.ts';
import { freePort } from '#platform/testing/free-port.ts';
import { createEmptyDatabase, dropDatabase, query } from '#platform/testing/backup-helpers.ts';

// A start is a second of work for an idle machine and twenty for a very busy one.
const patience = { timeout: 180_000 };
const within = { timeout: 60_000, interval: 20 };

let folder: string;
let database: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rida-start-'));
  chmodSync(folder, 0o755);
  database = await createEmptyDatabase();
});
afterAll(async () => {
  await dropDatabase(database);
  rmSync(folder, { recursive: true, force: true });
});

const running: ChildProcess[] = [];
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }
});

type Started = {
  child: ChildProcess;
  out: () => string;
  err: () => string;
  ended: Promise<number | null>;
  address: () => Promise<string>;
  says: (text: string | RegExp) => Promise<void>;
};

function rida(argv: string[], environment: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, ['server/main.ts', ...argv], {
    cwd: join(import.meta.dirname, '../..'),
    // Nothing of this process: its settings are not the test's.
    env: { LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => void (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => void (err += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const says = async (text: string | RegExp): Promise<void> => {
    await expect
      .poll(() => (new RegExp(text).test(out) || child.exitCode !== null ? 'said' : 'waiting'), within)
      .toBe('said');
    if (!new RegExp(text).test(out)) throw new Error(`it ended with ${child.exitCode}: ${out}${err}`);
  };
  return {
    child,
    ended,
    says,
    out: () => out,
    err: () => err,
    address: async () => {
      await says(/ready at \S+:\d+/);
      return `http://127.0.0.1:${/ready at \S+:(\d+)/.exec(out)![1]}`;
    },
  };
}

const onServer = (argv: string[] = [], data = 'on-server'): Started =>
  rida(['start', '--port', '0', '--data', join(folder, data), ...argv], { DATABASE_URL: database });

/** Refused: one line on standard error, nothing like a stack, and a code that is not success. */
async function refusal(started: Started): Promise<{ code: number | null; line: string }> {
  const code = await started.ended;
  expect(started.err()).toMatch(/^rida: [^\n]+\n$/);
  expect(started.out()).not.toMatch(/ready at/);
  return { code, line: started.err().slice(6, -1) };
}

test('two roles start together on an empty database: one serves, the other only works', patience, async () => {
  const [web, worker] = [onServer(['--role', 'web']), onServer(['--role', 'worker'])];
  const address = await web.address();
  await worker.says('Rida works jobs; no web server in this role.');
  expect(await (await fetch(`${address}/health/ready`)).json()).toEqual({ status: 'ready' });
  expect(worker.out()).not.toContain('ready at');
  // On Linux every listening socket of a process can be seen.
  if (process.platform === 'linux')
    expect([await listening(web.child.pid!), await listening(worker.child.pid!)]).toEqual([1, 0]);
  // The link to set it up is said by the one that can be reached.
  await web.says(/Set it up here, once: http:\/\/localhost:\d+\/\S+/);
  expect(worker.out()).not.toContain('Set it up');

  for (const { child } of [web, worker]) child.kill('SIGTERM');
  expect(await Promise.all([web.ended, worker.ended])).toEqual([0, 0]);
  expect(web.err() + worker.err()).toBe('');
});

async function listening(pid: number): Promise<number> {
  const { readdir, readFile, readlink } = await import('node:fs/promises');
  const sockets = new Set<string>();
  for (const name of await readdir(`/proc/${pid}/fd`)) {
    const inode = /^socket:\[(\d+)\]$/.exec(await readlink(`/proc/${pid}/fd/${name}`).catch(() => ''))?.[1];
    if (inode) sockets.add(inode);
  }
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map((name) => readFile(`/proc/${pid}/net/${name}`, 'utf8').catch(() => '')),
  );
  const rows = tables.flatMap((table) => table.split('\n').slice(1)).map((line) => line.trim().split(/\s+/));
  return rows.filter((row) => row[3] === '0A' && sockets.has(row[9] ?? '')).length;
}

test('SIGTERM: a request in flight is answered, new ones are not taken, and it ends with 0', patience, async () => {
  const server = onServer();
  const address = await server.address();
  const gate = new pg.Client({ connectionString: database });
  await gate.connect();
  try {
    await gate.query('begin; lock table organisations in access exclusive mode');
    const inFlight = fetch(`${address}/api/setup`);
    await expect
      .poll(
        async () =>
          (
            await query(
              database,
              `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database() and application_name = 'rida'`,
            )
          ).length,
        within,
      )
      .toBeGreaterThan(0);
    server.child.kill('SIGTERM');
    await server.says('Stopping \\(SIGTERM\\)');
    // The listening socket is closed at once; the one request goes on.
    await expect
      .poll(
        () =>
          fetch(`${address}/health/live`).then(
            () => 'answered',
            () => 'refused',
          ),
        within,
      )
      .toBe('refused');
    expect(server.child.exitCode).toBeNull();
    await gate.query('commit');
    const answer = await inFlight;
    expect([answer.status, await answer.json()]).toMatchObject([200, { needed: expect.any(Boolean) }]);
  } finally {
    await gate.end();
  }
  expect(await server.ended).toBe(0);
  expect(server.err()).toBe('');
  // Nothing of it is left at the database.
  await expect
    .poll(
      async () =>
        (
          await query(
            database,
            `select application_name from pg_stat_activity where datname = current_database() and application_name like 'rida%'`,
          )
        ).length,
      within,
    )
    .toBe(0);
});

test('the bundled database: refused to a second start, and stopped with the first', patience, async () => {
  const data = join(folder, 'bundled');
  const port = await freePort();
  const first = rida(['start', '--data', data, '--port', String(port)]);
  await first.says(`ready at http://localhost:${port} `);
  expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);
  const url = runningBundledUrl(data)!;
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);

  const second = await refusal(rida(['start', '--data', data, '--port', '0']));
  expect(second.code).not.toBe(0);
  expect(second.line).toMatch(/^Another Rida \(process \d+\) uses this data folder already\./);
  // A third has its own folder and database, but the port is taken: it leaves no server behind.
  const elsewhere = join(folder, 'elsewhere');
  const third = await refusal(rida(['start', '--data', elsewhere, '--port', String(port)], { LOG_LEVEL: 'info' }));
  expect(third).toEqual({ code: 75, line: `Port ${port} is in use. Choose another with --port.` });
  expect([runningBundledUrl(elsewhere), existsSync(join(elsewhere, 'rida.lock'))]).toEqual([undefined, false]);
  expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);

  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(first.err()).toBe('');
  expect([runningBundledUrl(data), existsSync(join(data, 'rida.lock'))]).toEqual([undefined, false]);
  await expect(query(url, 'select 1')).rejects.toThrow();
});

test('Ctrl-C during the first start leaves no database server behind', patience, async () => {
  const data = join(folder, 'interrupted');
  const server = rida(['start', '--data', data, '--port', '0']);
  // The server writes this file first of all and removes it last of all: the signal comes before it is ready.
  const postmaster = join(data, 'postgres', 'postmaster.pid');
  await expect.poll(() => existsSync(postmaster), { ...within, interval: 1 }).toBe(true);
  server.child.kill('SIGTERM');
  await server.ended;
  await expect.poll(() => existsSync(postmaster), within).toBe(false);
});

test('SIGTERM to npm, whose shell does not hand it on, still stops the server', patience, async () => {
  const npm = spawn('npm', ['start', '--', '--port', '0', '--data', join(folder, 'on-server')], {
    cwd: join(import.meta.dirname, '../..'),
    // oxlint-disable-next-line no-restricted-properties -- npm is found by the path of whoever runs the tests
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'warn', DATABASE_URL: database },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  running.push(npm);
  // The server writes into the same pipe: it is closed when the server has ended too.
  const ended = once(npm, 'close');
  let out = '';
  npm.stdout.on('data', (chunk: Buffer) => void (out += chunk.toString()));
  await expect.poll(() => out, { timeout: 120_000, interval: 20 }).toMatch(/ready at \S+:\d+/);
  const address = `http://127.0.0.1:${/ready at \S+:(\d+)/.exec(out)![1]}`;
  npm.kill('SIGTERM');
  await expect
    .poll(
      () =>
        fetch(`${address}/health/live`).then(
          () => 'answered',
          () => 'refused',
        ),
      within,
    )
    .toBe('refused');
  await ended;
  expect(out).toContain('Stopping (SIGTERM)');
});

test(
  'a database that does not answer, a port that is none, options that are none: one line each',
  patience,
  async () => {
    const port = await freePort();
    const data = join(folder, 'refused');
    const unreachable = `postgresql://rida:hunter2@127.0.0.1:${port}/rida`;
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const [silent, unknown, word, faults, command, noFolder] = await Promise.all([
      refusal(rida(['start', '--port', '0', '--data', data], { DATABASE_URL: unreachable })),
      refusal(rida(['start', '--colour', 'green'])),
      refusal(rida(['start', 'now'])),
      Promise.resolve(rida(['start', '--port', '70000', '--role', 'queen'])),
      Promise.resolve(rida(['dance'])),
      refusal(rida(['start', '--port', '0', '--data', join(file, 'data')])),
    ]);
    expect(silent).toEqual({
      code: 75,
      line: expect.stringMatching(/^The database does not answer \(.*ECONNREFUSED.*\)\. Check DATABASE_URL/),
    });
    expect(silent.line).not.toContain('hunter2');
    expect(unknown).toEqual({ code: 64, line: expect.stringContaining('--colour') });
    expect(word).toEqual({ code: 64, line: expect.stringContaining('now') });
    expect(noFolder.code).not.toBe(0);
    expect(noFolder.line).toContain(file);
    expect(await faults.ended).toBe(78);
    expect(faults.err()).toMatch(
      /^rida: The settings have 2 fault\(s\):\n {2}- PORT: .*\n {2}- --role: must be all, web or worker, not "queen"\n$/,
    );
    expect(await command.ended).toBe(64);
    expect(command.err()).toMatch(/^rida: There is no command "dance"\./);
  },
);

// Starts the oldest supported PostgreSQL of the system in a folder of its own, so that the tests also run on the version others have.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const OLDEST = 15;
const READY_WITHIN_MS = 60_000;

/** `{ bin, version }` of the oldest supported installation, or undefined. */
export function findSystemPostgres() {
  const debian = '/usr/lib/postgresql';
  const folders = existsSync(debian) ? readdirSync(debian).map((name) => join(debian, name, 'bin')) : [];
  folders.push(...(process.env.PATH ?? '').split(delimiter));
  return folders
    .filter((bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')))
    .map((bin) => ({
      bin,
      version: /(\d+)(\.\d+)?/.exec(spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout)?.[0],
    }))
    .filter(({ version }) => Number.parseInt(version, 10) >= OLDEST)
    .sort((a, b) => Number.parseFloat(a.version) - Number.parseFloat(b.version))[0];
}

/** Resolves with `{ url, stop }`; throws an Error with PostgreSQL's words. It trusts whoever reaches its socket, in a folder nobody else enters. */
export async function startSystemPostgres({ bin }) {
  const folder = mkdtempSync('/tmp/rida-pg-');
  const user = unprivileged();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const initialise = [
    '-D',
    data,
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ];
  const made = spawnSync(join(bin, 'initdb'), initialise, { cwd: '/', encoding: 'utf8', ...user });
  if (made.status !== 0) {
    remove();
    throw new Error(made.error?.message ?? made.stderr);
  }
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'autovacuum=off',
    'jit=off',
  ];
  const log = openSync(join(folder, 'log'), 'a');
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((each) => ['-c', each])], {
    cwd: '/',
    stdio: ['ignore', log, log],
    ...user,
  });
  const ended = new Promise((done) => server.once('exit', done));
  const atExit = () => {
    server.kill('SIGQUIT');
    remove();
  };
  process.on('exit', atExit);
  const stop = async () => {
    process.off('exit', atExit);
    server.kill('SIGINT');
    await ended;
    remove();
  };

  const deadline = performance.now() + READY_WITHIN_MS;
  const pidFile = join(data, 'postmaster.pid');
  while (!(existsSync(pidFile) && readFileSync(pidFile, 'utf8').includes('ready'))) {
    if (server.exitCode !== null || performance.now() > deadline) {
      const said = readFileSync(join(folder, 'log'), 'utf8');
      await stop();
      throw new Error(said.trim().split('\n').slice(-3).join('\n'));
    }
    await wait(20);
  }
  return { url: `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`, stop };
}

/** PostgreSQL refuses to run as root. */
function unprivileged() {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const fields = ['postgres', 'nobody']
    .map((name) => lines.find((line) => line.startsWith(`${name}:`)))
    .find(Boolean)
    ?.split(':');
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : { uid: 65534, gid: 65534 };
}

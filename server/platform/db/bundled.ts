// Runs the bundled PostgreSQL for as long as Rida runs: makes its folder, starts or adopts its server, stops it.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { bundledBinaries } from '#platform/db/bundled-binaries.ts';
import { ensureCluster } from '#platform/db/bundled-cluster.ts';
import { makeFolder, placeDatabase, socketFolder, SYSTEM_FOLDER, systemPlace } from '#platform/db/bundled-places.ts';
import { databaseUrl, fixedArguments } from '#platform/db/bundled-settings.ts';
import type { Listening } from '#platform/db/bundled-settings.ts';
import { lockDataFolder } from '#platform/db/data-folder-lock.ts';
import { withDiskErrors } from '#platform/db/disk-error.ts';
import { limitLogFile } from '#platform/db/log-file.ts';
import { adopt, launchPostmaster, stopPostmaster } from '#platform/db/postmaster.ts';
import type { Postmaster } from '#platform/db/postmaster-file.ts';
import { livePostmaster } from '#platform/db/postmaster-file.ts';

export type BundledOptions = {
  /** Relative to the working folder, or absolute. Made when missing: `postgres/`, `postgres.log`, `rida.lock` go into it. */
  dataDir: string;
  /** One line for the operator each time something unusual is done. */
  log: (line: string) => void;
  /** More `name=value` settings of PostgreSQL, for tests. */
  settings?: Record<string, string>;
  /** For tests: listen as on Windows. */
  transport?: Listening['kind'];
};

export type Bundled = {
  /** Of the database `rida`, as its superuser. */
  url: string;
  /** Such as `18.4`. */
  version: string;
  /** True when the server of an earlier, killed process was still there and serves on. */
  alreadyRunning: boolean;
  pid: number;
  /** Stops the server and releases the folder; safe to call twice. */
  stop: () => Promise<void>;
};

/**
 * Fresh start about a second, later ones about a tenth.
 * @throws StartError with a code `database.…`; the data folder's lock is released again
 */
export async function startBundled(options: BundledOptions): Promise<Bundled> {
  const dataDir = resolve(options.dataDir);
  withDiskErrors(dataDir, () => makeFolder(dataDir));
  const release = withDiskErrors(dataDir, () => lockDataFolder(dataDir));
  try {
    return await start(dataDir, options, release);
  } catch (error) {
    release();
    throw error;
  }
}

async function start(dataDir: string, options: BundledOptions, release: () => void): Promise<Bundled> {
  const { folder, user } = placeDatabase(dataDir, options.log);
  const binaries = bundledBinaries(user, user ? SYSTEM_FOLDER : dataDir, options.log);
  const password = (options.transport ?? defaultTransport()) === 'tcp' ? passwordOf(dataDir) : undefined;
  ensureCluster(folder, binaries, user, password);

  const logFile = join(dataDir, 'postgres.log');
  const unwatch = limitLogFile(logFile);
  const listening =
    password === undefined
      ? { kind: 'socket' as const, folder: socketFolder(folder, user) }
      : { kind: 'tcp' as const, port: await freePort(), password };
  const launch = {
    folder,
    binaries,
    user,
    logFile,
    arguments: fixedArguments(folder, listening, options.settings ?? {}),
  };

  const found = await adopt(launch, (postmaster) => databaseUrl(listeningOf(postmaster, password)));
  if (found) options.log(`Using the database server that an earlier Rida left running (process ${found.pid})`);
  const pid = found?.pid ?? (await launchPostmaster(launch));

  // A process that ends without our stop still asks the server to end; after kill -9 the next start adopts it.
  const atExit = () => void (livePostmaster(folder)?.pid === pid && process.kill(pid, 'SIGINT'));
  process.on('exit', atExit);
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    process.off('exit', atExit);
    unwatch();
    await stopPostmaster(launch, pid);
    release();
  };
  return {
    url: databaseUrl(found ? listeningOf(found, password) : listening),
    version: binaries.version,
    alreadyRunning: found !== undefined,
    pid,
    stop: () => (stopping ??= stop()),
  };
}

/** The address of a server that runs on this data folder now, for commands beside a running Rida; undefined when none runs. */
export function runningBundledUrl(dataDir: string): string | undefined {
  const absolute = resolve(dataDir);
  const folder = [join(absolute, 'postgres'), systemPlace(absolute)].find((each) => existsSync(each));
  const found = folder === undefined ? undefined : livePostmaster(folder);
  if (found?.status !== 'ready') return undefined;
  return databaseUrl(listeningOf(found, found.socketFolder ? undefined : passwordOf(absolute)));
}

function listeningOf(found: Postmaster, password: string | undefined): Listening {
  return password === undefined
    ? { kind: 'socket', folder: found.socketFolder }
    : { kind: 'tcp', port: found.port, password };
}

function defaultTransport(): Listening['kind'] {
  return process.platform === 'win32' ? 'tcp' : 'socket';
}

function passwordOf(dataDir: string): string {
  const file = join(dataDir, 'postgres.password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

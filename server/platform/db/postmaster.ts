// Starts, finds and stops the PostgreSQL server process of a data folder.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import type { BundledBinaries } from '#platform/db/bundled-binaries.ts';
import type { DatabaseUser } from '#platform/db/database-user.ts';
import { diskError } from '#platform/db/disk-error.ts';
import { clearDeadPostmaster, livePostmaster, readPostmaster } from '#platform/db/postmaster-file.ts';
import type { Postmaster } from '#platform/db/postmaster-file.ts';
import { isAlive, processIdentity } from '#platform/db/process-identity.ts';
import { StartError } from '#platform/start-error.ts';

const POLL_MS = 10;
/** After a crash the server first replays its log, which may take a while on a slow disk. */
const READY_WITHIN_MS = 300_000;
const STOPPED_WITHIN_MS = 60_000;
/** Backends of a server that was killed need a moment to notice and leave. */
const LEFT_OVER_WITHIN_MS = 15_000;

export type Launch = {
  folder: string;
  binaries: BundledBinaries;
  user: DatabaseUser | undefined;
  arguments: string[];
  logFile: string;
};

/**
 * The server left over on this folder, once it answers to `urlOf` as the server of this folder; undefined when there is none,
 * or it was stopping, or it ran another version and has been stopped for the new one.
 * @throws StartError `database.not-answering` when it lives but does not answer in time
 */
export async function adopt(launch: Launch, urlOf: (found: Postmaster) => string): Promise<Postmaster | undefined> {
  const deadline = performance.now() + READY_WITHIN_MS;
  for (;;) {
    const found = livePostmaster(launch.folder);
    if (!found) {
      clearDeadPostmaster(launch.folder);
      return undefined;
    }
    const version = found.status === 'ready' ? await versionAt(urlOf(found), launch.folder) : undefined;
    if (version === launch.binaries.version) return found;
    if (version !== undefined) {
      await stopPostmaster(launch, found.pid);
    } else if (performance.now() > deadline) {
      throw new StartError(
        'database.not-answering',
        `A database server (process ${found.pid}) runs on ${launch.folder} but does not answer. Stop it and start again.`,
        { exitCode: 75 },
      );
    }
    await wait(POLL_MS);
  }
}

async function versionAt(url: string, folder: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000, query_timeout: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string; version: string }>(
      "select current_setting('data_directory') as folder, current_setting('server_version') as version",
    );
    const row = rows[0];
    return row && statSync(row.folder).ino === statSync(folder).ino ? /^[\d.]+/.exec(row.version)?.[0] : undefined;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Starts the server and resolves with its pid when it accepts connections.
 * @throws StartError `database.start-failed` with PostgreSQL's own last word, or a disk error
 */
export async function launchPostmaster(launch: Launch): Promise<number> {
  const leftOverDeadline = performance.now() + LEFT_OVER_WITHIN_MS;
  for (;;) {
    const begun = statSync(launch.logFile, { throwIfNoEntry: false })?.size ?? 0;
    const pid = await attempt(launch);
    if (pid !== undefined) return pid;
    const said = readFileSync(launch.logFile).subarray(begun).toString('utf8');
    if (/pre-existing shared memory block/.test(said) && performance.now() < leftOverDeadline) {
      await wait(100);
      continue;
    }
    const line =
      said.split('\n').findLast((each) => /FATAL|PANIC|ERROR|could not|cannot/.test(each)) ??
      said.trim().split('\n').at(-1) ??
      '';
    throw (
      diskError(line, launch.folder) ??
      new StartError(
        'database.start-failed',
        `The database did not start: ${line.replace(/^.*?(FATAL|PANIC|ERROR): +/, '').trim()} (see ${launch.logFile})`,
      )
    );
  }
}

async function attempt(launch: Launch): Promise<number | undefined> {
  const output = openSync(launch.logFile, 'a');
  // Detached: Ctrl-C in the terminal must reach Rida only, which first finishes what it is doing and then stops the database.
  const child = spawn(launch.binaries.postgres, launch.arguments, {
    cwd: '/',
    detached: true,
    stdio: ['ignore', output, output],
    windowsHide: true,
    ...launch.user,
  });
  closeSync(output);
  let gone = false;
  child.once('exit', () => (gone = true));
  child.once('error', () => (gone = true));
  child.unref();
  // A Ctrl-C between here and "ready" takes the half-started server along: nobody else knows of it yet.
  const stopWithUs = () => void child.kill('SIGINT');
  process.on('exit', stopWithUs);
  try {
    return await readyPid(launch, child, () => gone);
  } finally {
    process.off('exit', stopWithUs);
  }
}

async function readyPid(launch: Launch, child: ChildProcess, isGone: () => boolean): Promise<number | undefined> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (!isGone()) {
    const found = readPostmaster(launch.folder);
    if (found?.pid === child.pid && found?.status === 'ready') return child.pid;
    if (performance.now() > deadline) {
      child.kill('SIGQUIT');
      throw new StartError(
        'database.start-failed',
        `The database was not ready after ${READY_WITHIN_MS / 60_000} minutes (see ${launch.logFile})`,
        { exitCode: 75 },
      );
    }
    await wait(POLL_MS);
  }
  return undefined;
}

/** Fast shutdown: open transactions roll back, everything confirmed is on disk. After a minute, the immediate one, which recovers at the next start. */
export async function stopPostmaster(launch: Launch, pid: number): Promise<void> {
  const identity = processIdentity(pid);
  const isRunning = () => isAlive(pid) && processIdentity(pid) === identity && identity !== undefined;
  if (!isRunning()) return;
  signal(launch, pid, 'fast');
  let deadline = performance.now() + STOPPED_WITHIN_MS;
  while (isRunning()) {
    if (performance.now() > deadline) {
      signal(launch, pid, 'immediate');
      deadline = performance.now() + STOPPED_WITHIN_MS;
    }
    await wait(POLL_MS);
  }
}

function signal(launch: Launch, pid: number, mode: 'fast' | 'immediate'): void {
  if (process.platform === 'win32') {
    spawnSync(launch.binaries.pgCtl, ['stop', '-W', '-D', launch.folder, '-m', mode]);
    return;
  }
  try {
    process.kill(pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
  } catch {
    // Gone in this very moment.
  }
}

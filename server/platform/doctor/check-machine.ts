// Checks of the machine and the data folder that need no database.
import { accessSync, constants, existsSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import type { Config } from '../config.ts';
import { bundledBinaries } from '../db/bundled-binaries.ts';
import { SYSTEM_FOLDER } from '../db/bundled-places.ts';
import { databaseUser } from '../db/database-user.ts';
import { processIdentity } from '../db/process-identity.ts';
import { createFileStore } from '../files/store.ts';
import { fault, ok, warning, type Finding } from './finding.ts';

const oldestNode = 24;
const mebibyte = 1024 * 1024;
const webFolder = join(import.meta.dirname, '../../../web/dist');

export function checkNode(version: string = process.versions.node): Finding {
  if (Number(version.split('.')[0]) >= oldestNode) return ok('Node.js', version);
  return fault(
    'Node.js',
    version,
    `Rida needs ${oldestNode} or newer; "npm run rida -- doctor" and "npm start" bring their own.`,
  );
}

/** Calendars come from the ICU data of Node, which some systems' packages leave out. */
export function checkCalendars(known: readonly string[] = Intl.supportedValuesOf('calendar')): Finding {
  const missing = ['islamic-umalqura', 'persian'].filter((calendar) => !known.includes(calendar));
  if (missing.length === 0) return ok('Calendars', 'Umm al-Qura, Persian, Gregorian');
  return fault(
    'Calendars',
    `this Node.js does not know ${missing.join(' and ')}`,
    'Use a Node.js with full ICU data; "npm start" brings one.',
  );
}

export function checkBinaries(config: Pick<Config, 'databaseUrl' | 'dataDir'>): Finding {
  if (config.databaseUrl) return ok('PostgreSQL', 'yours, by DATABASE_URL; the bundled one is not used');
  try {
    const user = databaseUser(join(config.dataDir, 'postgres'));
    return ok(
      'PostgreSQL',
      `bundled ${bundledBinaries(user, user ? SYSTEM_FOLDER : config.dataDir, () => {}).version}`,
    );
  } catch (error) {
    return fault('PostgreSQL', 'the bundled server does not run here', (error as Error).message);
  }
}

export function checkDataFolder({ dataDir }: Pick<Config, 'dataDir'>): Finding[] {
  let nearest = dataDir;
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
  } catch (error) {
    return [
      fault(
        'Data folder',
        `${nearest} cannot be written (${(error as NodeJS.ErrnoException).code})`,
        'Give it to the user who runs Rida, or choose another with --data.',
      ),
    ];
  }
  const { bavail, bsize } = statfsSync(nearest);
  const free = Math.floor((bavail * bsize) / mebibyte);
  const disk = `${free.toLocaleString('en')} MB free`;
  return [
    nearest === dataDir
      ? ok('Data folder', dataDir)
      : warning(
          'Data folder',
          `${dataDir} is not there yet`,
          'It is made at the first start; if there should be one, name it with --data.',
        ),
    free < 200
      ? fault('Disk', disk, 'The database stops when the disk is full; free some space.')
      : free < 2000
        ? warning('Disk', disk, 'Free some space soon.')
        : ok('Disk', disk),
  ];
}

/** The lock is only looked at: a check must not come in the way of a start. */
export function checkHolder({ dataDir }: Pick<Config, 'dataDir'>): Finding {
  const about = 'Running';
  let holder: { pid?: number; identity?: string; host?: string };
  try {
    holder = JSON.parse(readFileSync(join(dataDir, 'rida.lock'), 'utf8')) as typeof holder;
  } catch {
    return ok(about, 'no other process holds the data folder');
  }
  if (holder.host !== hostname()) {
    return warning(
      about,
      `process ${holder.pid} on ${holder.host} holds the data folder, or held it`,
      'Two machines must not share one. If that one is gone, the next start takes over.',
    );
  }
  if (holder.pid !== undefined && processIdentity(holder.pid) === holder.identity)
    return ok(about, `Rida, process ${holder.pid}`);
  return ok(about, `not now; process ${holder.pid} did not stop cleanly, the next start clears up`);
}

/** `needed`: something has been sealed with it already. */
export function checkSecret(config: Pick<Config, 'secret' | 'dataDir'>, needed: boolean): Finding {
  if (config.secret !== undefined) return ok('Secret', 'RIDA_SECRET');
  const path = join(config.dataDir, 'secret');
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) {
    if (!needed) return ok('Secret', 'made at the first start');
    return fault(
      'Secret',
      `${path} is missing`,
      'Bring it back from a backup before the next start, which would make another: stored mail passwords and sent links would stop working.',
    );
  }
  if (stat.size < 32) return fault('Secret', `${path} is damaged`, 'Bring it back from a backup.');
  if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0)
    return warning('Secret', `others may read ${path}`, `chmod 600 ${path}`);
  return ok('Secret', path);
}

export function checkWeb(folder: string = webFolder): Finding {
  const missing = ['index.html', 'portal/index.html'].filter((page) => !existsSync(join(folder, page)));
  return missing.length === 0 ? ok('Web app', 'built') : fault('Web app', 'not built', 'npm run build');
}

export async function checkFileStore(config: Config): Promise<Finding> {
  if (!config.s3) return ok('Files', join(config.dataDir, 'files'));
  const where = `${config.s3.endpoint}/${config.s3.bucket}`;
  // No file has this name; a bucket that may be read says so with 404.
  const said = await createFileStore(config)
    .read('doctor')
    .then(
      () => '404',
      (error: Error) => `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}`,
    );
  return said.includes('404')
    ? ok('Files', where)
    : fault('Files', `${where}: ${said.trim()}`, 'Check S3_ENDPOINT, S3_BUCKET and the keys.');
}

// Chooses the folders of the bundled database: its data and its socket, so that the user it runs as can enter them.
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SOCKET_PORT } from '#platform/db/bundled-settings.ts';
import { canReach, databaseUser } from '#platform/db/database-user.ts';
import type { DatabaseUser } from '#platform/db/database-user.ts';
import { StartError } from '#platform/start-error.ts';

/** Where folders go that root's data folder cannot hold because the database's user cannot enter it. */
export const SYSTEM_FOLDER = '/var/lib/rida';
/** `sun_path` holds 104 bytes on macOS and 108 on Linux, with the closing zero. */
const SOCKET_PATH_BYTES = 100;

/** `<dataDir>/postgres` and the user its server runs as; a system folder where that user cannot enter `dataDir`, and the log says so. */
export function placeDatabase(
  dataDir: string,
  log: (line: string) => void,
): { folder: string; user: DatabaseUser | undefined } {
  const wanted = join(dataDir, 'postgres');
  const user = databaseUser(wanted);
  if (!user || canReach(user, wanted)) return { folder: wanted, user };
  const folder = systemPlace(dataDir);
  log(
    `PostgreSQL does not run as root and its user ${user.uid} cannot enter ${dataDir}; the database is kept in ${folder}`,
  );
  makeFolder(SYSTEM_FOLDER);
  makeFolder(dirname(folder));
  return { folder, user: databaseUser(folder) };
}

/** Where the database of a `dataDir` is kept that its user cannot enter. */
export function systemPlace(dataDir: string): string {
  return join(SYSTEM_FOLDER, shortHash(dataDir), 'postgres');
}

/** As root, with a strict umask, the database's user could not pass through otherwise; it may enter but not list. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (!existsSync(dirname(folder))) makeFolder(dirname(folder));
  // One level at a time: Node's recursive form reports a read-only disk as a missing folder.
  mkdirSync(folder);
  if (process.getuid?.() === 0) chmodSync(folder, 0o711);
}

/** The data folder itself, unless its path is too long for a socket: then a private folder with a short name. */
export function socketFolder(folder: string, user: DatabaseUser | undefined): string {
  if (Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= SOCKET_PATH_BYTES) return folder;
  const short = join('/tmp', `rida-${shortHash(folder)}`);
  if (!existsSync(short)) {
    mkdirSync(short, { mode: 0o700 });
    if (user) chownSync(short, user.uid, user.gid);
  }
  // The name can be guessed and /tmp is everybody's: somebody else's folder there would let them sit between us and the database.
  const { uid, mode } = lstatSync(short);
  const isOurs = lstatSync(short).isDirectory() && uid === (user?.uid ?? process.getuid?.()) && (mode & 0o077) === 0;
  if (!isOurs)
    throw new StartError(
      'database.socket-folder',
      `${short} is needed for the database's socket but belongs to somebody else. Remove it, or use a data folder with a shorter path.`,
      { exitCode: 78 },
    );
  return short;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

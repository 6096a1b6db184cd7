// Decides as whom the bundled PostgreSQL runs, because it refuses to run as root.
import { lstatSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Numeric ids, as `spawn` takes them. */
export type DatabaseUser = { uid: number; gid: number };

/**
 * The user for a server whose data is in (or will be made in) `folder`; undefined when we are not root and run it as ourselves.
 * Whoever owns the folder, or the nearest existing folder above it, keeps it; what root owns goes to a system user:
 * `rida`, `postgres`, or `nobody`, whichever exists first.
 */
export function databaseUser(folder: string): DatabaseUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = ownerOfNearest(folder);
  return owner.uid !== 0
    ? owner
    : (systemUser('rida') ?? systemUser('postgres') ?? systemUser('nobody') ?? { uid: 65534, gid: 65534 });
}

function ownerOfNearest(folder: string): DatabaseUser {
  try {
    const { uid, gid } = lstatSync(folder);
    return { uid, gid };
  } catch {
    return dirname(folder) === folder ? { uid: 0, gid: 0 } : ownerOfNearest(dirname(folder));
  }
}

function systemUser(name: string): DatabaseUser | undefined {
  let passwd = '';
  try {
    passwd = readFileSync('/etc/passwd', 'utf8');
  } catch {
    return undefined;
  }
  const fields = passwd
    .split('\n')
    .find((line) => line.startsWith(`${name}:`))
    ?.split(':');
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : undefined;
}

/** Whether `user` may enter every existing folder on the way to `path`; a home with mode 0700 is the usual reason for no. */
export function canReach(user: DatabaseUser, path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (stat) {
      const bit = stat.uid === user.uid ? 0o100 : stat.gid === user.gid ? 0o010 : 0o001;
      if (!(stat.mode & bit)) return false;
    }
    if (dirname(folder) === folder) return true;
  }
}

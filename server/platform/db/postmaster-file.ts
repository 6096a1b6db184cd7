// Reads PostgreSQL's `postmaster.pid`, which says whether a server runs on a data folder, and where it listens.
import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, processIdentity, workingFolder } from '#platform/db/process-identity.ts';

/** As documented in PostgreSQL's `pidfile.h`; lines the server has not written yet are empty. */
export type Postmaster = { pid: number; port: number; socketFolder: string; status: string };

/** What the file says, alive or not; undefined without a file. */
export function readPostmaster(folder: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  return {
    pid: Number(lines[0]),
    port: Number(lines[3]),
    socketFolder: lines[4] ?? '',
    status: lines[7]?.trim() ?? '',
  };
}

/** The server that runs on this folder. Where the system tells no working folder, a living pid counts and its answer must decide. */
export function livePostmaster(folder: string): Postmaster | undefined {
  const found = readPostmaster(folder);
  if (!found || !(found.pid > 0) || !isAlive(found.pid) || processIdentity(found.pid) === undefined) return undefined;
  const works = workingFolder(found.pid);
  return works === undefined || works === realpathSync(folder) ? found : undefined;
}

/**
 * Removes what a dead server left. PostgreSQL does so itself, but takes any living process of its user with the old pid
 * for the old server and then refuses to start. Call it only when `livePostmaster` found nothing.
 */
export function clearDeadPostmaster(folder: string): void {
  const dead = readPostmaster(folder);
  if (!dead) return;
  if (dead.socketFolder) rmSync(join(dead.socketFolder, `.s.PGSQL.${dead.port}.lock`), { force: true });
  rmSync(join(folder, 'postmaster.pid'), { force: true });
}

// Keeps a second Rida off the same data folder; a lock whose process has died is taken over.
import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { processIdentity } from '#platform/db/process-identity.ts';
import { StartError } from '#platform/start-error.ts';

type Holder = { pid: number; identity: string; host: string };

const BEAT_MS = 5_000;
/** A pid of another host or container cannot be looked up; its lock counts as dead when this long without a beat. */
const FOREIGN_DEAD_AFTER_MS = 20_000;

/**
 * Takes `<dataDir>/rida.lock` and returns the function that releases it. Released too when the process ends by itself;
 * after `kill -9` the next start finds the holder dead and takes over.
 * @throws StartError `database.locked` when another live process holds it
 */
export function lockDataFolder(dataDir: string): () => void {
  const path = join(dataDir, 'rida.lock');
  const mine = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const me: Holder = { pid: process.pid, identity: processIdentity(process.pid) ?? '', host: hostname() };
  writeFileSync(mine, `${JSON.stringify(me)}\n`, { mode: 0o644 });
  try {
    take(path, mine);
  } catch (error) {
    rmSync(mine, { force: true });
    throw error;
  }
  const inode = statSync(mine).ino;
  rmSync(mine);

  const beat = setInterval(() => touch(path), BEAT_MS).unref();
  const release = () => {
    clearInterval(beat);
    process.off('exit', release);
    if (statSync(path, { throwIfNoEntry: false })?.ino === inode) rmSync(path, { force: true });
  };
  process.on('exit', release);
  return release;
}

/** `link` fails when the name exists, on every file system: the one step that decides between two starters. */
function take(path: string, mine: string): void {
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      linkSync(mine, path);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    refuseIfHeld(path);
    // Another starter may have replaced the dead lock since we read it: take it away, look again, and put a live one back.
    const aside = `${mine}.dead`;
    try {
      renameSync(path, aside);
      refuseIfHeld(aside);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue;
      if (error instanceof StartError) linkSync(aside, path);
      throw error;
    } finally {
      rmSync(aside, { force: true });
    }
  }
  throw new StartError('database.locked', `Several Rida processes are starting on ${path} at once. Start one.`, {
    exitCode: 75,
  });
}

function refuseIfHeld(path: string): void {
  let holder: Partial<Holder>;
  try {
    holder = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>;
  } catch {
    return; // Gone meanwhile, or torn by a full disk: nobody can be told from it.
  }
  if (typeof holder.pid !== 'number') return;
  if (holder.host !== hostname()) {
    const beat = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (now() * 1000 - beat > FOREIGN_DEAD_AFTER_MS) return;
    throw new StartError(
      'database.locked',
      `Another Rida (process ${holder.pid} on ${holder.host}) uses this data folder. If it has just died, try again in ${FOREIGN_DEAD_AFTER_MS / 1000} seconds.`,
      { exitCode: 75 },
    );
  }
  if (processIdentity(holder.pid) !== holder.identity) return;
  throw new StartError(
    'database.locked',
    `Another Rida (process ${holder.pid}) uses this data folder already. Stop it first, or choose another folder.`,
    { exitCode: 75 },
  );
}

/** Seconds since 1970 as file systems stamp them: compared with file times only, so the application's clock has no say. */
function now(): number {
  return (performance.timeOrigin + performance.now()) / 1000;
}

function touch(path: string): void {
  try {
    utimesSync(path, now(), now());
  } catch {
    // A full or vanished disk shows itself elsewhere; the beat only helps other hosts.
  }
}

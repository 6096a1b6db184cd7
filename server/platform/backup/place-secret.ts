// The installation's secret on its way out of and back into a data folder; what was sealed under one secret opens under no other.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { StartError } from '../start-error.ts';

/** The one in use; undefined where Rida never ran. */
export async function currentSecret(config: Pick<Config, 'secret' | 'dataDir'>): Promise<string | undefined> {
  if (config.secret !== undefined) return config.secret;
  try {
    return (await readFile(join(config.dataDir, 'secret'), 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** @throws StartError `restore.other-secret` when another one is in use */
export async function refuseOtherSecret(config: Pick<Config, 'secret' | 'dataDir'>, secret: string): Promise<void> {
  const current = await currentSecret(config);
  if (current === undefined || current === secret) return;
  throw new StartError(
    'restore.other-secret',
    config.secret === undefined
      ? `${join(config.dataDir, 'secret')} is not the secret of this backup; passwords and links in it could not be read. Restore into a new data folder (--data), or move that file away if nothing of value was made with it.`
      : 'RIDA_SECRET is not the secret of this backup; passwords and links in it could not be read. Set it to the one the backup was made with, or unset it: the secret then comes out of the backup.',
    { exitCode: 78 },
  );
}

/** Writes it where none is in use; returns what takes it back. */
export async function placeSecret(
  config: Pick<Config, 'secret' | 'dataDir'>,
  secret: string,
): Promise<() => Promise<void>> {
  if ((await currentSecret(config)) !== undefined) return async () => {};
  await mkdir(config.dataDir, { recursive: true });
  const path = join(config.dataDir, 'secret');
  await writeFile(path, secret, { flag: 'wx', mode: 0o600 });
  return () => rm(path, { force: true });
}

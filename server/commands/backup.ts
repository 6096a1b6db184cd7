// rida backup: writes everything into one file while the server runs, and tries the file out before it gets its name.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { currentSecret } from '../platform/backup/place-secret.ts';
import { checkBackup } from '../platform/backup/restore-backup.ts';
import { refuseWithoutScratch } from '../platform/backup/scratch-database.ts';
import { writeBackup } from '../platform/backup/write-backup.ts';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { createFileStore } from '../platform/files/store.ts';
import { StartError } from '../platform/start-error.ts';
import { exitOnSignal, openDatabase, parse } from './command-line.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

export async function run(argv: string[]): Promise<void> {
  const { values, positionals } = parse(
    argv,
    { data: { type: 'string' }, 'no-verify': { type: 'boolean', default: false } },
    true,
  );
  const [file, ...others] = positionals;
  if (!file || others.length > 0)
    throw new StartError('command.usage', 'Usage: rida backup FILE [--data DIR] [--no-verify]', { exitCode: 64 });
  const path = resolve(file);
  exitOnSignal();
  const config = readConfig({ data: values.data });
  const secret = existsSync(config.dataDir) ? await currentSecret(config) : undefined;
  if (secret === undefined)
    throw new StartError(
      'backup.no-installation',
      `${config.dataDir} is not the data folder of an installation (it holds no secret). Name it with --data or RIDA_DATA.`,
      { exitCode: 66 },
    );
  const database = await openDatabase(config, say, { beside: true });
  try {
    if (!values['no-verify']) await refuseWithoutScratch(database.url, ', or pass --no-verify');
    const started = performance.now();
    const verify = async (partial: string): Promise<void> => {
      say('Written; trying it out in a database of its own …');
      await checkBackup(partial, database.url, systemClock);
    };
    const { manifest, lost, bytes } = await writeBackup(
      { url: database.url, files: createFileStore(config), secret, clock: systemClock },
      path,
      values['no-verify'] ? undefined : verify,
    );
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    say(
      `${path}: ${rows} rows, ${manifest.files.count} files, ${manifest.jobs.count} open jobs, ${(bytes / 1024 / 1024).toFixed(1)} MB, ${((performance.now() - started) / 1000).toFixed(1)} s, ${values['no-verify'] ? 'NOT verified' : 'verified'}`,
    );
    say(
      'It holds everything about your customers and the secret of this installation. Keep it where only you can read it.',
    );
    if (lost.length > 0) {
      const names = lost.slice(0, 5).map(({ key, state }) => `${key} (${state})`);
      throw new StartError(
        'backup.files-lost',
        `The backup is written, but the file store has lost or changed ${lost.length} file(s): ${names.join(', ')}${lost.length > 5 ? ' …' : ''}. Bring them back from an earlier backup.`,
      );
    }
  } finally {
    await database.stop();
  }
}

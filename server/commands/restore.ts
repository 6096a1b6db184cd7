// rida restore: brings a backup into an empty installation, or only checks that it could.
import { resolve } from 'node:path';
import { readHeader } from '../platform/backup/archive-reader.ts';
import { checkBackup, restoreBackup } from '../platform/backup/restore-backup.ts';
import { refuseWithoutScratch } from '../platform/backup/scratch-database.ts';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { createFileStore } from '../platform/files/store.ts';
import { StartError } from '../platform/start-error.ts';
import { exitOnSignal, openDatabase, parse } from './command-line.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

export async function run(argv: string[]): Promise<void> {
  const { values, positionals } = parse(
    argv,
    { data: { type: 'string' }, check: { type: 'boolean', default: false } },
    true,
  );
  const [file, ...others] = positionals;
  if (!file || others.length > 0)
    throw new StartError('command.usage', 'Usage: rida restore FILE [--data DIR] [--check]', { exitCode: 64 });
  const path = resolve(file);
  exitOnSignal();
  const config = readConfig({ data: values.data });
  const { header } = await readHeader(path);
  say(`Backup of ${header.createdAt}, Rida ${header.rida}`);
  const database = await openDatabase(config, say, { beside: true });
  try {
    const started = performance.now();
    if (values.check) await refuseWithoutScratch(database.url, '');
    const { manifest, migrated } = values.check
      ? await checkBackup(path, database.url, systemClock)
      : await restoreBackup(path, { url: database.url, config, files: createFileStore(config), clock: systemClock });
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const contents = `${rows} rows, ${manifest.files.count} files, ${manifest.jobs.count} open jobs, ${((performance.now() - started) / 1000).toFixed(1)} s`;
    say(values.check ? `The backup is good: ${contents}. Nothing was changed.` : `Restored: ${contents}.`);
    if (migrated.length > 0) say(`Brought to this version by ${migrated.join(', ')}.`);
    if (!values.check && manifest.jobs.count > 0)
      say(
        'Open jobs go on when Rida starts: mails that waited when the backup was made will be sent, even if they have been sent since.',
      );
  } finally {
    await database.stop();
  }
}

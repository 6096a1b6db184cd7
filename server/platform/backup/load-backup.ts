// Loads a backup into a database that is at its migrations, in one transaction: all of it arrives, or nothing.
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { StartError } from '../start-error.ts';
import { readBackup } from './archive-reader.ts';
import { damaged, type Header, type Manifest } from './format.ts';
import { copyIn, listTables, plainText } from './list-tables.ts';
import type { FileLoader } from './load-files.ts';
import { openJobLoader } from './load-jobs.ts';
import { loosen } from './loosen.ts';

/** Says it where the operator can do something about it. */
export function notEmpty(): StartError {
  return new StartError(
    'restore.not-empty',
    'The database already holds an organisation; a restore never overwrites one. Restore into a new data folder (--data DIR) or set DATABASE_URL to an empty database.',
    { exitCode: 73 },
  );
}

/** `files`: where files go; without it they are only compared. `beforeCommit` is the last thing that may fail. */
export async function loadBackup(options: {
  path: string;
  url: string;
  header: Header;
  now: Date;
  files: FileLoader | undefined;
  beforeCommit?: () => Promise<void>;
}): Promise<Manifest> {
  const jobs = await openJobLoader(options.url, options.header.queues, options.now);
  const client = new pg.Client({ connectionString: options.url, application_name: 'rida-restore', keepAlive: true });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query(plainText);
    await client.query(`begin; set local lock_timeout = '30s'; set local maintenance_work_mem = '256MB'`);
    await prepare(client, options.header);
    const tighten = await loosen(client);
    const loaded = new Map<string, number>();
    let jobsLoaded = 0;
    const manifest = await readBackup(options.path, {
      async table(name, columns, rows) {
        const copy = client.query(copyFrom(copyIn(name, columns)));
        await pipeline([rows], copy);
        loaded.set(name, (loaded.get(name) ?? 0) + copy.rowCount);
      },
      jobs: async (lines) => void (jobsLoaded += await jobs.load(client, lines)),
      filePart: async (_key, bytes) => options.files?.part(bytes),
      fileEnd: async (facts) => options.files?.end(facts),
    });
    for (const { name, rows } of manifest.tables) {
      if ((loaded.get(name) ?? 0) !== rows)
        throw damaged(`${loaded.get(name) ?? 0} of ${rows} rows arrived in ${name}`);
    }
    if (jobsLoaded !== manifest.jobs.count)
      throw new StartError(
        'restore.jobs',
        `Only ${jobsLoaded} of ${manifest.jobs.count} waiting jobs could be restored; nothing was changed.`,
      );
    await tighten();
    await options.beforeCommit?.();
    await client.query('commit');
    return manifest;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    // Classes 22 and 23: values that are none, rows that break a rule. Ours kept both.
    throw error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? '') ? damaged(error.message, error) : error;
  } finally {
    await client.end();
    await jobs.close();
  }
}

/** Nobody can set the database up from here on; rows that migrations or a first start have put there make room. */
async function prepare(client: pg.Client, header: Header): Promise<void> {
  const shapes = new Map((await listTables(client)).map((table) => [table.name, table.columns]));
  for (const { name, columns } of header.tables) {
    const missing = columns.filter((column) => !shapes.get(name)?.includes(column));
    if (missing.length > 0)
      throw new StartError(
        'restore.unknown-table',
        `The backup has ${name}.${missing[0]}, which migrations of this version do not make. It was not Rida's own; nothing was changed.`,
      );
  }
  const names = header.tables.map(({ name }) => `public.${pg.escapeIdentifier(name)}`);
  await client.query(`lock table ${names.join(', ')} in access exclusive mode`);
  const { rows } = await client.query<{ there: boolean }>('select exists (select from organisations) as there');
  if (rows[0]!.there) throw notEmpty();
  await client.query(`truncate ${names.join(', ')}`);
}

// Brings a backup back into an empty installation, or into a database that is thrown away to see whether it could be.
import pg from 'pg';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { connect } from '../db/connect.ts';
import { executedMigrations, migrate, migrationFiles } from '../db/migrate.ts';
import type { FileStore } from '../files/store.ts';
import { StartError } from '../start-error.ts';
import { readHeader } from './archive-reader.ts';
import { exportTables } from './export-tables.ts';
import { damaged, type Header, type Manifest } from './format.ts';
import { listTables, plainText } from './list-tables.ts';
import { loadBackup, notEmpty } from './load-backup.ts';
import { openFileLoader } from './load-files.ts';
import { placeSecret, refuseOtherSecret } from './place-secret.ts';
import { withScratchDatabase } from './scratch-database.ts';

export type RestoreTarget = { url: string; config: Pick<Config, 'secret' | 'dataDir'>; files: FileStore; clock: Clock };
export type Restored = { manifest: Manifest; migrated: string[] };

/** @throws StartError `backup.…` · `restore.…`; the database, the store and the data folder are then as they were, but for empty tables */
export async function restoreBackup(path: string, target: RestoreTarget): Promise<Restored> {
  const { header, secret } = await readHeader(path);
  await refuseUnknownMigrations(header);
  await refuseOtherSecret(target.config, secret);
  const connection = await connect(target.url, { max: 2, name: 'rida-restore' });
  try {
    const there = await executedMigrations(connection.db);
    if (there.length > 0) {
      const { rows } = await connection.pool.query<{ there: boolean }>(
        `select to_regclass('organisations') is not null as there`,
      );
      if (rows[0]!.there && (await connection.pool.query('select from organisations limit 1')).rowCount !== 0)
        throw notEmpty();
      if (there.some((name) => !header.migrations.includes(name))) {
        throw new StartError(
          'restore.migrated-further',
          'The backup is older than the tables of this database. Restore into a new data folder (--data DIR) or an empty database; it is then brought to this version.',
          { exitCode: 73 },
        );
      }
    }
    await migrate(connection.db, { only: new Set(header.migrations) });
    const files = openFileLoader(target.files);
    let takeBack: (() => Promise<void>) | undefined;
    let manifest: Manifest;
    try {
      manifest = await loadBackup({
        path,
        url: target.url,
        header,
        now: target.clock.now(),
        files,
        beforeCommit: async () => void (takeBack = await placeSecret(target.config, secret)),
      });
    } catch (error) {
      await files.undo();
      await takeBack?.();
      throw error;
    }
    const migrated = await migrate(connection.db);
    await analyze(connection.pool, manifest);
    return { manifest, migrated };
  } finally {
    await connection.close();
  }
}

/** Restores into a database made for it beside `url`, reads everything back out, compares, and brings it to this version. */
export async function checkBackup(path: string, url: string, clock: Clock): Promise<Restored> {
  const { header } = await readHeader(path);
  await refuseUnknownMigrations(header);
  return withScratchDatabase(url, async (scratch) => {
    const connection = await connect(scratch, { max: 2, name: 'rida-check' });
    try {
      await migrate(connection.db, { only: new Set(header.migrations) });
      const manifest = await loadBackup({ path, url: scratch, header, now: clock.now(), files: undefined });
      await compare(scratch, manifest);
      return { manifest, migrated: await migrate(connection.db) };
    } finally {
      await connection.close();
    }
  });
}

async function compare(url: string, manifest: Manifest): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'rida-check' });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(plainText);
    const found = new Map(
      (await exportTables(client, await listTables(client), async () => {})).map((table) => [table.name, table]),
    );
    for (const { name, rows, sha256 } of manifest.tables) {
      const table = found.get(name);
      if (table?.rows !== rows || table.sha256 !== sha256)
        throw damaged(`restored for a try, ${name} has ${table?.rows ?? 0} of ${rows} rows or other contents`);
    }
  } finally {
    await client.end();
  }
}

/** A restored database is migrated forward, which works only from a beginning that this version shares. */
async function refuseUnknownMigrations(header: Header): Promise<void> {
  const known = [...(await migrationFiles()).keys()].toSorted();
  const strangers = header.migrations.filter((name) => !known.includes(name));
  if (strangers.length > 0) {
    throw new StartError(
      'backup.newer',
      `This backup is of a newer Rida (${header.rida}; it has ${strangers.join(', ')}, which this version does not know). Install that version; nothing was changed.`,
      { exitCode: 78 },
    );
  }
  const gap = known.slice(0, header.migrations.length).find((name) => !header.migrations.includes(name));
  if (gap)
    throw new StartError(
      'backup.other-line',
      `This backup (Rida ${header.rida}) was made without ${gap}, which belongs before what it has. Restore it with the version that made it.`,
      { exitCode: 78 },
    );
}

async function analyze(pool: pg.Pool, manifest: Manifest): Promise<void> {
  await pool.query(`analyze ${manifest.tables.map(({ name }) => `public.${pg.escapeIdentifier(name)}`).join(', ')}`);
}

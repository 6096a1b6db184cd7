// Writes one backup file beside a running server: everything as it was at one moment, under a temporary name until it is whole.
import { existsSync, rmSync } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import pg from 'pg';
import type { Clock } from '../clock.ts';
import { sha256 } from '../crypto/secrets.ts';
import { diskError } from '../db/disk-error.ts';
import type { FileStore } from '../files/store.ts';
import { StartError } from '../start-error.ts';
import { createArchive, type ArchiveWriter } from './archive-writer.ts';
import { exportFiles, type LostFile } from './export-files.ts';
import { exportJobs, listQueues } from './export-jobs.ts';
import { exportTables } from './export-tables.ts';
import { entries, formatVersion, type Header, type Manifest } from './format.ts';
import { listTables, plainText } from './list-tables.ts';
import { productVersion } from './product-version.ts';

export type BackupSource = { url: string; files: FileStore; secret: string; clock: Clock };
export type BackupReport = { manifest: Manifest; lost: LostFile[]; bytes: number };

/**
 * `verify` is called with the temporary file before it gets its name, so that a file with that name is a verified one.
 * @throws StartError `backup.exists` · `backup.empty` · `backup.not-owner` · disk errors; no file is left behind
 */
export async function writeBackup(
  source: BackupSource,
  path: string,
  verify?: (path: string) => Promise<void>,
): Promise<BackupReport> {
  const partial = `${path}.partial`;
  refuseExisting(path, 'Choose another name; backups are never overwritten.');
  refuseExisting(partial, 'Another backup writes it, or was killed while it did: then remove it.');
  if (!existsSync(dirname(path)))
    throw new StartError('backup.no-folder', `The folder ${dirname(path)} does not exist.`, { exitCode: 73 });
  const archive = createArchive(partial);
  const atExit = () => rmSync(partial, { force: true });
  process.on('exit', atExit);
  try {
    const report = await exportAll(source, archive);
    await archive.finish();
    await verify?.(partial);
    refuseExisting(path, 'Choose another name; backups are never overwritten.');
    await rename(partial, path);
    return { ...report, bytes: (await stat(path)).size };
  } catch (error) {
    await archive.abort();
    // Made between our look and our open: it is another backup's.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rm(partial, { force: true });
    throw known(error, path);
  } finally {
    process.off('exit', atExit);
  }
}

async function exportAll(source: BackupSource, archive: ArchiveWriter): Promise<Omit<BackupReport, 'bytes'>> {
  const client = new pg.Client({ connectionString: source.url, application_name: 'rida-backup' });
  client.on('error', () => {}); // the query that meets it reports
  await client.connect();
  try {
    await client.query(plainText);
    // One moment for everything; rows that row-level security would hide are an error instead of a gap.
    await client.query(`begin isolation level repeatable read read only; set local row_security = off`);
    const tables = await listTables(client);
    if (!tables.some(({ name }) => name === 'organisations'))
      throw new StartError('backup.empty', 'This database holds nothing of Rida yet; there is nothing to back up.');
    const { rows } = await client.query<{ name: string }>('select name from migrations order by name');
    const header: Header = {
      format: formatVersion,
      rida: productVersion,
      createdAt: source.clock.now().toISOString(),
      migrations: rows.map((row) => row.name),
      tables: tables.map(({ name, columns }) => ({ name, columns })),
      queues: await listQueues(client),
    };
    await archive.add(entries.header, JSON.stringify(header));
    await archive.add(entries.secret, source.secret);
    const tableFacts = await exportTables(client, tables, (name, part, bytes) =>
      archive.add(entries.table(name, part), bytes),
    );
    const jobs = await exportJobs(client, (part, lines) => archive.add(entries.jobs(part), lines));
    const { files, lost } = await exportFiles(client, source.files, {
      part: (key, part, bytes) => archive.add(entries.filePart(key, part), bytes),
      facts: (key, text) => archive.add(entries.fileFacts(key), text),
    });
    const manifest: Manifest = {
      ...header,
      tables: tableFacts,
      jobs,
      files,
      secret: { sha256: sha256(source.secret) },
    };
    await archive.add(entries.manifest, JSON.stringify(manifest));
    return { manifest, lost };
  } finally {
    await client.end();
  }
}

function refuseExisting(path: string, then: string): void {
  if (existsSync(path)) throw new StartError('backup.exists', `${path} exists already. ${then}`, { exitCode: 73 });
}

function known(error: unknown, path: string): unknown {
  if (error instanceof pg.DatabaseError && error.code === '42501') {
    return new StartError(
      'backup.not-owner',
      `The database user may not read everything (${error.message}). Use the user that owns the tables.`,
      { exitCode: 77, cause: error },
    );
  }
  const code = (error as NodeJS.ErrnoException).code;
  return (code && diskError(code, dirname(path), error)) || error;
}

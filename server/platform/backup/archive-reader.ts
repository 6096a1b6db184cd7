// Reads a backup file from its first entry to its last and believes nothing that its manifest does not confirm.
import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import tar from 'tar-stream';
import { z } from 'zod';
import { StartError } from '../start-error.ts';
import { sha256 } from '../crypto/secrets.ts';
import { countLines, damaged, entries, FileFacts, formatVersion, Header, Manifest, tally } from './format.ts';

/** What to do with the contents as they come by; each call is waited for. */
export type BackupVisitor = {
  /** Whole rows in COPY's text format; returns how many were loaded. */
  table(name: string, columns: readonly string[], rows: Buffer): Promise<void>;
  /** JSON lines. */
  jobs(lines: Buffer): Promise<void>;
  filePart(key: string, bytes: Buffer): Promise<void>;
  fileEnd(facts: FileFacts): Promise<void>;
};

/** The two entries that everything else depends on. Refuses what is not a backup of ours or newer than we can read. */
export async function readHeader(path: string): Promise<{ header: Header; secret: string }> {
  const reading = readEntries(path);
  try {
    return await head(reading);
  } finally {
    await reading.return(undefined);
  }
}

/** Visits everything and resolves only when counts and hashes are those of the manifest. */
export async function readBackup(path: string, visitor: BackupVisitor): Promise<Manifest> {
  const reading = readEntries(path);
  try {
    const { header, secret } = await head(reading);
    const tables = new Map(header.tables.map((table) => [table.name, { columns: table.columns, seen: tally() }]));
    const jobs = tally();
    const files = tally();
    let fileBytes = 0;
    let file = createHash('sha256');
    let manifest: Manifest | undefined;
    for await (const { name, bytes } of reading) {
      if (manifest) throw damaged(`something follows its end (${name})`);
      const [kind, subject = '', last = ''] = name.split('/');
      if (kind === 'tables') {
        const table = tables.get(subject);
        if (!table) throw damaged(`it holds rows of "${subject}", which it does not announce`);
        table.seen.add(bytes, countLines(bytes));
        await visitor.table(subject, table.columns, bytes);
      } else if (kind === 'jobs') {
        jobs.add(bytes, countLines(bytes));
        await visitor.jobs(bytes);
      } else if (kind === 'files' && last === 'facts.json') {
        const facts = parse(FileFacts, bytes, name);
        if (facts.key !== subject || (facts.state !== 'missing' && facts.sha256 !== file.digest('hex')))
          throw damaged(`the file ${subject} is not the one that was backed up`);
        file = createHash('sha256');
        files.add(bytes, 1);
        fileBytes += facts.size;
        await visitor.fileEnd(facts);
      } else if (kind === 'files') {
        file.update(bytes);
        await visitor.filePart(subject, bytes);
      } else if (name === entries.manifest) {
        manifest = parse(Manifest, bytes, name);
      } else {
        throw damaged(`it has an unknown part (${name})`);
      }
    }
    if (!manifest) throw damaged('its end is missing');
    const told = [
      ...manifest.tables.map((table) => [`the table ${table.name}`, table.rows, table.sha256]),
      ['the jobs', manifest.jobs.count, manifest.jobs.sha256],
      ['the files', manifest.files.count, manifest.files.sha256],
    ];
    const found = [
      ...header.tables.map(({ name }) => [`the table ${name}`, tables.get(name)!.seen.result()] as const),
      ['the jobs', jobs.result()] as const,
      ['the files', files.result()] as const,
    ];
    for (const [at, [what, sum]] of found.entries()) {
      const [whatTold, count, hash] = told[at] ?? [];
      if (what !== whatTold || sum.count !== count || sum.sha256 !== hash)
        throw damaged(`${what}: ${sum.count} found, ${count ?? 'none'} expected, or their bytes differ`);
    }
    if (told.length !== found.length || fileBytes !== manifest.files.bytes || sha256(secret) !== manifest.secret.sha256)
      throw damaged('its parts do not belong together');
    return manifest;
  } finally {
    await reading.return(undefined);
  }
}

async function head(reading: AsyncGenerator<Entry>): Promise<{ header: Header; secret: string }> {
  const first = await reading.next();
  if (first.done || first.value.name !== entries.header) throw damaged('it does not begin as a backup of Rida does');
  const version = parse(z.object({ format: z.int() }), first.value.bytes, entries.header).format;
  if (version > formatVersion)
    throw new StartError(
      'backup.newer',
      `This backup was written by a newer Rida (format ${version}, this one reads ${formatVersion}). Install that version; nothing was changed.`,
      { exitCode: 78 },
    );
  const header = parse(Header, first.value.bytes, entries.header);
  const second = await reading.next();
  if (second.done || second.value.name !== entries.secret) throw damaged('it holds no secret');
  return { header, secret: second.value.bytes.toString('utf8') };
}

type Entry = { name: string; bytes: Buffer };

/** Entries are a few megabytes each, so one at a time is held. */
async function* readEntries(path: string): AsyncGenerator<Entry> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new StartError('backup.not-found', `There is no backup file ${path}.`, { exitCode: 66 });
  const extract = tar.extract();
  const read = pipeline(createReadStream(path), createGunzip(), extract);
  read.catch(() => {}); // told by the loop
  try {
    for await (const entry of extract) {
      const chunks: Buffer[] = [];
      for await (const chunk of entry) chunks.push(chunk as Buffer);
      yield { name: entry.header.name, bytes: Buffer.concat(chunks) };
    }
    await read;
  } catch (error) {
    throw damaged(error instanceof Error ? error.message : String(error), error);
  } finally {
    extract.destroy();
    await read.catch(() => {});
  }
}

function parse<T>(schema: z.ZodType<T>, bytes: Buffer, name: string): T {
  try {
    return schema.parse(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    throw damaged(`${name} cannot be read`, error);
  }
}

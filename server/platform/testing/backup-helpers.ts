// For tests of backups: empty databases, what a database holds, and archives taken apart and put together wrongly.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import tar from 'tar-stream';
import { inject } from 'vitest';
import { createArchive } from '../backup/archive-writer.ts';

export async function query<T extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** Without any table. */
export async function createEmptyDatabase(): Promise<string> {
  const url = new URL(inject('databaseUrl'));
  const name = `rida_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await query(url.toString(), `create database ${name}`);
  url.pathname = `/${name}`;
  return url.toString();
}

export async function dropDatabase(url: string): Promise<void> {
  await query(inject('databaseUrl'), `drop database if exists ${new URL(url).pathname.slice(1)} with (force)`);
}

/** Rows and a hash of every table, generated columns too, without ids of transactions. */
export async function contentsOf(url: string): Promise<Record<string, { rows: string; hash: string }>> {
  const tables = await query<{ name: string }>(
    url,
    `select tablename::text as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const contents: Record<string, { rows: string; hash: string }> = {};
  for (const { name } of tables) {
    const [found] = await query<{ rows: string; hash: string }>(
      url,
      `select count(*) as rows, coalesce(md5(string_agg(line, '' order by line)), '') as hash
         from (select md5((to_jsonb(t) - 'transaction_id')::text) as line from public.${pg.escapeIdentifier(name)} t) lines`,
    );
    contents[name] = found!;
  }
  return contents;
}

export type Entry = { name: string; bytes: Buffer };

export async function unpack(path: string): Promise<Entry[]> {
  const extract = tar.extract();
  extract.end(gunzipSync(readFileSync(path)));
  const entries: Entry[] = [];
  for await (const entry of extract) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    entries.push({ name: entry.header.name, bytes: Buffer.concat(chunks) });
  }
  return entries;
}

/** A whole archive, with sums of its own, of entries that somebody has changed. */
export async function repack(path: string, entries: readonly Entry[]): Promise<void> {
  const archive = createArchive(path);
  for (const { name, bytes } of entries) await archive.add(name, bytes);
  await archive.finish();
}

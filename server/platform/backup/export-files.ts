// Reads the bytes of every file that the snapshot names; what the store has lost is told, and does not cost the rest of the backup.
import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { FileStore } from '../files/store.ts';
import { cutBytes } from './cut-lines.ts';
import { tally, type FileFacts, type Manifest } from './format.ts';

const page = 500;

type Row = {
  organisation_id: string;
  id: string;
  storage_key: string;
  media_type: string;
  size: string;
  sha256: string;
  attached: boolean;
};
export type LostFile = { key: string; state: 'damaged' | 'missing' };
export type FileSink = {
  part(key: string, part: number, bytes: Buffer): Promise<void>;
  facts(key: string, text: string): Promise<void>;
};

export async function exportFiles(
  client: pg.Client,
  store: FileStore,
  sink: FileSink,
): Promise<{ files: Manifest['files']; lost: LostFile[] }> {
  const seen = tally();
  const lost: LostFile[] = [];
  let bytes = 0;
  const nil = '00000000-0000-0000-0000-000000000000';
  for (let last: Pick<Row, 'organisation_id' | 'id'> = { organisation_id: nil, id: nil }; ;) {
    const { rows } = await client.query<Row>(
      `select organisation_id, id, storage_key, media_type, size, sha256, attached_at is not null as attached from files
        where (organisation_id, id) > ($1::uuid, $2::uuid) order by organisation_id, id limit ${page}`,
      [last.organisation_id, last.id],
    );
    for (const row of rows) {
      const facts = await exportFile(row, store, sink);
      const text = JSON.stringify(facts);
      await sink.facts(row.storage_key, text);
      seen.add(text, 1);
      bytes += facts.size;
      // What nothing refers to is removed after a day, perhaps while we read: its absence is no loss.
      if (facts.state !== 'ok' && row.attached) lost.push({ key: row.storage_key, state: facts.state });
    }
    if (rows.length < page) return { files: { ...seen.result(), bytes }, lost };
    last = rows.at(-1)!;
  }
}

async function exportFile(row: Row, store: FileStore, sink: FileSink): Promise<FileFacts> {
  const hash = createHash('sha256');
  let size = 0;
  let part = 0;
  const about = { key: row.storage_key, mediaType: row.media_type };
  const source = await store.read(row.storage_key).catch(() => undefined);
  if (!source) return { ...about, size: 0, sha256: '', state: 'missing' };
  const parts = cutBytes(source)[Symbol.asyncIterator]();
  for (;;) {
    // Only the store's errors are forgiven, not those of the disk that the backup is written to.
    const next = await parts.next().catch(() => undefined);
    if (!next) return { ...about, size: 0, sha256: '', state: 'missing' };
    if (next.done) break;
    hash.update(next.value);
    size += next.value.length;
    await sink.part(row.storage_key, part, next.value);
    part += 1;
  }
  const sha256 = hash.digest('hex');
  return { ...about, size, sha256, state: sha256 === row.sha256 && size === Number(row.size) ? 'ok' : 'damaged' };
}

// Files of an organisation: received as a stream, typed by their bytes, attached to something, or removed after a day.
import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileTypeFromBuffer } from 'file-type';
import { sql } from 'kysely';
import { cleanText } from '#kernel/text/clean.ts';
import { actorId } from '../actor.ts';
import { on, type Context } from '../context.ts';
import { commonErrors, refusals } from '../errors.ts';
import { newId } from '../ids.ts';
import type { Platform } from '../platform.ts';
import type { PlatformTables } from '../tables.ts';
import { receiveBytes } from './store.ts';

export const fileErrors = refusals({
  tooLarge: ['file.too-large', 413],
  empty: ['file.empty', 422],
  typeRefused: ['file.type-refused', 415],
  notFound: ['file.not-found', 404],
});

export type ReceivedFile = { id: string; name: string; mediaType: string; size: number; sha256: string; path: string };
export type FileView = { id: string; name: string; mediaType: string; size: number };

// What a browser or a desk computer would run. Names of these endings are refused whatever the bytes say.
const dangerousEndings = /\.(exe|dll|com|bat|cmd|msi|scr|ps1|vbs|js|mjs|jar|sh|html?|svg|xhtml|hta|lnk|app|apk)$/i;
const dangerousTypes = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/vnd.android.package-archive',
  'text/html',
  'image/svg+xml',
]);

/** First half of an upload, outside any transaction: bytes to disk, size and type checked. */
export async function receiveFile(
  platform: Platform,
  source: Readable,
  given: { name: string; mediaType: string },
  limit = platform.config.fileLimit,
): Promise<ReceivedFile> {
  const id = newId();
  const name =
    cleanText(given.name)
      .replace(/[\\/\n\t]/g, '_')
      .slice(0, 200) || 'file';
  // Windows drops dots and spaces at the end of a name.
  if (dangerousEndings.test(name.replace(/[. ]+$/, ''))) throw fileErrors.typeRefused({ name });
  const path = join(platform.files.incoming, id);
  const hash = createHash('sha256');
  const size = await receiveBytes(
    source,
    path,
    limit,
    () => fileErrors.tooLarge({ limit }),
    (chunk) => void hash.update(chunk),
  );
  try {
    if (size === 0) throw fileErrors.empty({ name });
    const mediaType = await sniff(path, given.mediaType);
    if (dangerousTypes.has(mediaType)) throw fileErrors.typeRefused({ name });
    return { id, name, mediaType, size, sha256: hash.digest('hex'), path };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Second half: into the store and the table. A file nothing refers to within a day is removed. */
export async function keepFile(ctx: Context, file: ReceivedFile): Promise<FileView> {
  if (ctx.actor.kind === 'dealer') throw commonErrors.forbidden();
  await ctx.platform.files.put(file.id, file.path, file.mediaType);
  await on<PlatformTables>(ctx)
    .insertInto('files')
    .values({
      organisation_id: ctx.organisationId,
      id: file.id,
      name: file.name,
      media_type: file.mediaType,
      size: file.size,
      sha256: file.sha256,
      storage_key: file.id,
      uploaded_by_kind: ctx.actor.kind,
      uploaded_by: actorId(ctx.actor),
      uploaded_at: ctx.clock.now(),
    })
    .execute();
  return { id: file.id, name: file.name, mediaType: file.mediaType, size: file.size };
}

/** Marks files as referred to; throws `file.not-found` when one is not there or already belongs to something. */
export async function attachFiles(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await sql<{ id: string }>`
    select attach_files(${[...ids]}::uuid[], ${ctx.clock.now()}) as id`.execute(ctx.transaction);
  const missing = ids.filter((id) => !rows.some((row) => row.id === id));
  if (missing.length > 0) throw fileErrors.notFound({ ids: missing });
}

/** The bytes and their description; the caller has checked the right to see them. */
export async function openFile(ctx: Context, id: string): Promise<FileView & { bytes: Readable }> {
  const row = await on<PlatformTables>(ctx)
    .selectFrom('files')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw fileErrors.notFound({ ids: [id] });
  return {
    id,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    bytes: await ctx.platform.files.read(row.storage_key),
  };
}

/** The bytes decide; the sender's word counts only for kinds that have no signature (plain text, CSV). */
async function sniff(path: string, claimed: string): Promise<string> {
  const handle = await open(path, 'r');
  try {
    const head = Buffer.alloc(4100);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    const found = await fileTypeFromBuffer(head.subarray(0, bytesRead));
    if (found && found.mime !== 'application/xml') return found.mime;
    const text = head.subarray(0, bytesRead).toString('utf8').trimStart().toLowerCase();
    if (
      /^(<!doctype html|<html|<script|<svg)/.test(text) ||
      (/^<(\?xml|!--|!doctype)/.test(text) && /<(html|script|svg)[\s/>]/.test(text))
    )
      return 'text/html';
    if (found) return found.mime;
    return ['text/plain', 'text/csv'].includes(claimed.split(';')[0]!.trim())
      ? claimed.split(';')[0]!.trim()
      : 'application/octet-stream';
  } finally {
    await handle.close();
  }
}

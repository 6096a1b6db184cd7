// Keeps the raw bytes of a mail as a file: whatever was understood of it can be checked and read again.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sha256 } from '#platform/crypto/secrets.ts';
import type { Context } from '#platform/context.ts';
import { attachFiles, keepFile, type ReceivedFile } from '#platform/files/files.ts';
import { receiveBytes } from '#platform/files/store.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';

/** First half, outside any transaction. Not by `receiveFile`: a mail is kept as it is, whatever its bytes look like. Null when empty. */
export async function receiveRaw(platform: Platform, raw: Buffer): Promise<ReceivedFile | null> {
  if (raw.length === 0) return null;
  const id = newId();
  const path = join(platform.files.incoming, id);
  await receiveBytes(
    Readable.from([raw]),
    path,
    raw.length,
    () => new Error('a buffer cannot grow'),
    () => {},
  );
  return { id, name: 'mail.eml', mediaType: 'message/rfc822', size: raw.length, sha256: sha256(raw), path };
}

/** Second half, in the transaction that writes the mail: the raw file belongs to it from the start, attachments wait. */
export async function keepMailFiles(
  ctx: Context,
  raw: ReceivedFile | null,
  attachments: readonly ReceivedFile[],
): Promise<void> {
  for (const file of raw ? [raw, ...attachments] : attachments) await keepFile(ctx, file);
  if (raw) await attachFiles(ctx, [raw.id]);
}

/** After a transaction that came to nothing: neither the incoming nor the kept bytes have a row. */
export async function dropMailFiles(platform: Platform, files: readonly ReceivedFile[]): Promise<void> {
  for (const file of files) {
    await rm(file.path, { force: true });
    await platform.files.remove(file.id).catch(() => {});
  }
}

// Step 7, attachments: each becomes a file of its own that waits to be attached; dangerous, empty and too large ones are counted and left.
import { Readable } from 'node:stream';
import type { Attachment } from 'postal-mime';
import { AppError } from '#platform/errors.ts';
import { receiveFile, type ReceivedFile } from '#platform/files/files.ts';
import type { Platform } from '#platform/platform.ts';

/** As many as a case takes with one message. */
const mostAttachments = 20;

const endings: Record<string, string> = {
  'message/rfc822': 'eml',
  'text/calendar': 'ics',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'audio/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'video/mp4': 'mp4',
};

/** Bytes to disk, outside any transaction; the raw mail keeps what is dropped. */
export async function receiveAttachments(
  platform: Platform,
  attachments: readonly Attachment[],
): Promise<{ files: ReceivedFile[]; dropped: number }> {
  const files: ReceivedFile[] = [];
  for (const [at, part] of attachments.entries()) {
    if (files.length === mostAttachments) break;
    const name = part.filename?.toWellFormed() || `attachment-${at + 1}.${endings[part.mimeType] ?? 'bin'}`;
    try {
      files.push(await receiveFile(platform, Readable.from([bytesOf(part)]), { name, mediaType: part.mimeType }));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return { files, dropped: attachments.length - files.length };
}

function bytesOf({ content }: Attachment): Buffer {
  if (typeof content === 'string') return Buffer.from(content);
  return content instanceof ArrayBuffer
    ? Buffer.from(content)
    : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}

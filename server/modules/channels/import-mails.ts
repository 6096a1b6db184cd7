// Takes in mails from files, one by one: a mail that cannot be read, or a file that is not there, never stops the rest.
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Platform } from '#platform/platform.ts';
import { headLimit, mailLimit, receiveMail } from './receive-mail.ts';

export type ImportSummary = {
  accepted: number;
  ignored: number;
  refused: number;
  /** Mails that were here already; nothing was done with them. */
  duplicates: number;
  /** What somebody should look at: refused mails and files that could not be read, with a code. */
  faults: { file: string; reason: string }[];
};

/** `files`: mails, or folders in which every .eml is taken. Nothing is imported twice, so a broken import can simply be repeated. */
export async function importMails(
  platform: Platform,
  input: { organisationId: string; files: readonly string[] },
): Promise<ImportSummary> {
  const summary: ImportSummary = { accepted: 0, ignored: 0, refused: 0, duplicates: 0, faults: [] };
  for (const given of input.files) {
    for (const file of await mailsIn(given, summary)) {
      try {
        const { raw, size } = await readBytes(file, mailLimit(platform));
        const result = await receiveMail(platform, { organisationId: input.organisationId, raw, size, via: 'import' });
        if (result.duplicate) summary.duplicates += 1;
        else summary[result.state] += 1;
        if (result.state === 'refused' && !result.duplicate)
          summary.faults.push({ file, reason: result.reason ?? 'refused' });
      } catch (error) {
        platform.log.error({ err: error }, 'a mail could not be imported');
        summary.faults.push({ file, reason: faultOfFile(error) });
      }
    }
  }
  return summary;
}

async function mailsIn(path: string, summary: ImportSummary): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const mails = entries
      .filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith('.eml'))
      .map((entry) => join(entry.parentPath, entry.name));
    if (mails.length === 0) summary.faults.push({ file: path, reason: 'no-mails' });
    return mails.toSorted();
  } catch (error) {
    summary.faults.push({ file: path, reason: faultOfFile(error) });
    return [];
  }
}

/** Of a file that is too large, only the beginning: it is refused, and memory is not the place to find that out. */
async function readBytes(file: string, limit: number): Promise<{ raw: Buffer; size: number }> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    if (size <= limit) return { raw: await handle.readFile(), size };
    const head = Buffer.alloc(headLimit);
    const { bytesRead } = await handle.read(head, 0, headLimit, 0);
    return { raw: head.subarray(0, bytesRead), size };
  } finally {
    await handle.close();
  }
}

function faultOfFile(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'not-found';
  return code === 'EACCES' || code === 'EISDIR' || code === 'EPERM' ? 'file-unreadable' : 'failed';
}

// Takes in a file of rows as it is sent, within a limit, and says by its bytes what it is.
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { receiveFile, type ReceivedFile } from '#platform/files/files.ts';
import type { Platform } from '#platform/platform.ts';
import { importErrors } from './errors.ts';
import * as limits from './limits.ts';

/** For a scope of routes that take files: the bytes stay a stream; the limit is counted while they arrive. */
export function leaveBodiesAlone(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
}

/** In the folder of files that arrive: whoever asked for it removes it or keeps it. Throws `import.format-refused`. */
export async function receiveRowFile(
  platform: Platform,
  request: FastifyRequest,
  most: { csv: number; xlsx: number } = { csv: limits.csvBytes, xlsx: limits.xlsxBytes },
): Promise<ReceivedFile> {
  const name = String(request.headers['x-file-name'] ?? 'file');
  const given = { name: decoded(name), mediaType: String(request.headers['content-type'] ?? '') };
  return receiveFile(platform, request.body as Readable, given, /\.xlsx$/i.test(given.name) ? most.xlsx : most.csv);
}

/** A name that is not percent-encoded as it should be is taken as it stands. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const spreadsheet = /^application\/(vnd\.openxmlformats-officedocument\.spreadsheetml\.\S+|vnd\.ms-excel\.\S+|zip)$/;
/** Files that have no signature: the browser's word for them is worth nothing, on Windows it says "Excel" of a CSV. */
const text = /^(text\/\S+|application\/(octet-stream|csv|vnd\.ms-excel))$/;

/** By the bytes. Old Excel files and pictures are refused by name, so that somebody knows what to do. */
export function formatOf(file: ReceivedFile): 'csv' | 'xlsx' {
  if (spreadsheet.test(file.mediaType)) {
    if (file.size > limits.xlsxBytes) throw importErrors.tooHeavy();
    return 'xlsx';
  }
  if (text.test(file.mediaType)) return 'csv';
  throw importErrors.formatRefused({ mediaType: file.mediaType });
}

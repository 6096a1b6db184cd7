// Writes rows as a CSV file that spreadsheets open rightly: UTF-8 with a mark, and nothing that becomes a formula.
import { Readable } from 'node:stream';
import type { ExportValue } from '#platform/exporter.ts';

/** The rows are asked for as fast as the file leaves. */
export function csvFile(rows: AsyncIterable<readonly ExportValue[]>): Readable {
  return Readable.from(lines(rows));
}

async function* lines(rows: AsyncIterable<readonly ExportValue[]>): AsyncGenerator<string> {
  let text = '\ufeff';
  for await (const cells of rows) {
    text += `${cells.map(csvCell).join(',')}\r\n`;
    if (text.length < 64 * 1024) continue;
    yield text;
    text = '';
  }
  yield text;
}

/**
 * A text that begins like a formula gets an apostrophe, which imports take off again (`withoutGuard`). A phone or a number
 * alone computes nothing and stays what it is.
 */
export function csvCell(value: ExportValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) && !/^[+-]?\d+([. ]\d+)*$/.test(value) ? `'${value}` : value;
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function withoutGuard(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

// Saves lines as a CSV file that spreadsheets open rightly: UTF-8 with a mark, plain numbers, no bidi marks.

import { saveFile } from './save-file.ts';

export type CsvCell = string | number | null;

const invisible = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

export function csvText(lines: ReadonlyArray<readonly CsvCell[]>): string {
  return `\ufeff${lines.map((cells) => cells.map((cell) => cellText(cell ?? '')).join(',')).join('\r\n')}`;
}

export function saveCsv(lines: ReadonlyArray<readonly CsvCell[]>, name: string): void {
  saveFile(csvText(lines), name, 'text/csv');
}

function cellText(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const text = cell.replace(invisible, '');
  // A name that begins like a formula must not become one.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

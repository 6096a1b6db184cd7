// Looks at the beginning of a file: how it is to be read, what its columns are called and what stands in them.
import { open } from 'node:fs/promises';
import type { ImportDelimiter, ImportEncoding, ImportReading } from '#contract/imports.ts';
import type { z } from 'zod';
import { cleanText } from '#kernel/text/clean.ts';
import { detectDelimiter } from './detect-delimiter.ts';
import { detectEncoding } from './detect-encoding.ts';
import { decode } from './decode.ts';
import { importErrors } from './errors.ts';
import { guessHeaderRow } from './guess-header-row.ts';
import { sheetsOf } from './read-xlsx.ts';
import { readRows, type ReadRequest } from './row-reader.ts';

export type Reading = z.infer<typeof ImportReading>;
export type Wish = {
  encoding?: ImportEncoding | undefined;
  delimiter?: ImportDelimiter | undefined;
  sheet?: string | undefined;
  headerRow?: number | undefined;
};
export type DescribedColumn = { index: number; header: string; samples: string[] };
export type Description = {
  reading: Reading;
  columns: DescribedColumn[];
  preview: { row: number; cells: string[] }[];
};

const headBytes = 256 * 1024;
const rowsLookedAt = 500;
const rowsShown = 20;
const samplesKept = 20;
const longestSample = 200;

/** Throws `import.no-rows` for a file without any, `import.format-refused` and the faults of reading. */
export async function describeFile(path: string, format: 'csv' | 'xlsx', wish: Wish = {}): Promise<Description> {
  const reading = format === 'csv' ? await readingOfText(path, wish) : await readingOfBook(path, wish);
  let numbers: number[] = [];
  let cells: string[][] = [];
  for await (const batch of readRows(requestOf(path, reading, rowsLookedAt))) {
    ({ numbers, cells } = batch);
    break;
  }
  if (numbers.length === 0) throw importErrors.noRows();
  const headerRow = wish.headerRow ?? guessHeaderRow(numbers, cells);
  const header = cells[numbers.indexOf(headerRow)] ?? [];
  const rows = numbers.flatMap((row, at) => (row > headerRow ? [{ row, cells: (cells[at] ?? []).map(shown) }] : []));
  if (rows.length === 0) throw importErrors.noRows();
  const width = Math.max(header.length, ...rows.map((row) => row.cells.length));
  return {
    reading: { ...reading, headerRow },
    columns: Array.from({ length: width }, (_, index) => ({
      index,
      header: shown(header[index] ?? ''),
      samples: samplesOf(rows.map((row) => row.cells[index] ?? '')),
    })),
    preview: rows.slice(0, rowsShown),
  };
}

/** What the reading thread is asked for; `row` of the header is looked at by the caller. */
export function requestOf(path: string, reading: Reading, batch: number): ReadRequest {
  return reading.encoding
    ? { path, batch, format: 'csv', encoding: reading.encoding, delimiter: reading.delimiter ?? ',' }
    : { path, batch, format: 'xlsx', sheet: reading.sheet };
}

async function readingOfText(path: string, wish: Wish): Promise<Reading> {
  const head = await headOf(path);
  const guess = detectEncoding(head);
  const encoding = wish.encoding ?? guess.encoding;
  let text = '';
  for await (const piece of decode([head], encoding)) text += piece;
  return {
    encoding,
    confidence: wish.encoding ? 1 : guess.confidence,
    delimiter: wish.delimiter ?? detectDelimiter(text),
    sheets: [],
    sheet: null,
    headerRow: 0,
  };
}

async function readingOfBook(path: string, wish: Wish): Promise<Reading> {
  const sheets = await sheetsOf(path);
  const sheet = sheets.find((name) => name === wish.sheet) ?? sheets[0] ?? null;
  return { encoding: null, confidence: 1, delimiter: null, sheets, sheet, headerRow: 0 };
}

async function headOf(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const head = Buffer.alloc(headBytes);
    const { bytesRead } = await handle.read(head, 0, headBytes, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

const shown = (cell: string): string => cleanText(cell).slice(0, longestSample);

function samplesOf(values: readonly string[]): string[] {
  return [...new Set(values.filter((value) => value !== ''))].slice(0, samplesKept);
}

// Reads a text file row by row, in bounded memory, whatever its length.
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { ImportDelimiter, ImportEncoding } from '#contract/imports.ts';
import { decode } from './decode.ts';
import { importErrors } from './errors.ts';
import * as limits from './limits.ts';

/** `number` is the row as a spreadsheet would count it: a quoted line end does not begin a new one. */
export type ReadRow = { number: number; cells: string[] };

/** Throws `import.quote-not-closed` and `import.row-too-long` with the row. */
export async function* readCsv(
  path: string,
  { encoding, delimiter }: { encoding: ImportEncoding; delimiter: ImportDelimiter },
): AsyncGenerator<ReadRow, void, undefined> {
  const bytes = createReadStream(path, { highWaterMark: 256 * 1024 });
  // Rows may be shorter or longer than the header, and a quote inside of a cell is a sign like any other.
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: limits.rowLength,
  });
  const text = Readable.from(decode(bytes, encoding));
  text.on('error', (error) => parser.destroy(error));
  let number = 0;
  try {
    for await (const cells of text.pipe(parser) as AsyncIterable<string[]>) {
      number += 1;
      yield { number, cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = number + 1;
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') throw importErrors.quoteNotClosed({ row });
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw importErrors.rowTooLong({ row, limit: limits.rowLength });
    throw importErrors.unreadable({ row });
  } finally {
    text.destroy();
    bytes.destroy();
  }
}

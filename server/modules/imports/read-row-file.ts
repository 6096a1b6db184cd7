// Reads a small file of rows whole, for modules that show it back at once: columns with the fields they fill, rows with values or faults.
import { guessRecentDates } from '#kernel/calendar/date-reading.ts';
import type { CalendarName, Language } from '#kernel/calendar/settings.ts';
import type { ImportField } from '#platform/importer.ts';
import { describeFile, requestOf } from './describe-file.ts';
import { importErrors } from './errors.ts';
import { guessMapping } from './guess-mapping.ts';
import { batchReader, type CheckedRow } from './read-batch.ts';
import { readRows } from './row-reader.ts';

export type RowFileRead = {
  columns: { index: number; header: string; field: string | null }[];
  rows: CheckedRow[];
};

/**
 * Encoding, delimiter, dates and columns are guessed as the wizard of imports guesses them; dates are those of days up to `today`. `most` rows; throws
 * `import.too-many-rows` behind them and the refusals of reading.
 */
export async function readRowFile(
  file: { path: string; format: 'csv' | 'xlsx' },
  fields: readonly ImportField[],
  settings: { language: Language; calendar: CalendarName },
  { most, today }: { most: number; today: string },
): Promise<RowFileRead> {
  const { reading, columns } = await describeFile(file.path, file.format);
  const guesses = guessMapping(columns, fields, new Map(), settings);
  const mapped = columns.map((column, at) => {
    const { field, dates } = guesses[at]!;
    const recent = dates && guessRecentDates(column.samples, settings, today);
    return { ...column, field, dates: recent, guessed: true };
  });
  const read = batchReader(mapped, fields, { emptyCells: 'keep', matchBy: null });
  const rows: CheckedRow[] = [];
  for await (const { numbers, cells } of readRows(requestOf(file.path, reading, 500)))
    for (const [at, number] of numbers.entries()) {
      if (number <= reading.headerRow) continue;
      if (rows.length === most) throw importErrors.tooManyRows({ limit: most });
      rows.push(read(number, cells[at] ?? []));
    }
  return { columns: mapped.map(({ index, header, field }) => ({ index, header, field })), rows };
}

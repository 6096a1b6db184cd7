// Makes rows of values out of rows of cells: each cell by its field, each identifier once a file.
import type { FieldFault } from '#platform/errors.ts';
import type { ImportField, ImportRow } from '#platform/importer.ts';
import type { Column } from './import-record.ts';
import { cellParser, type CellParser } from './parse-cell.ts';
import { SeenKeys } from './seen-keys.ts';
import { withoutGuard } from './write-csv.ts';

export type CheckedRow = { number: number; cells: string[] } & (
  | { row: ImportRow; faults?: undefined }
  | { row?: undefined; faults: FieldFault[] }
);

type Reader = {
  index: number;
  key: string;
  parse: CellParser;
  identity: (text: string) => string | null;
  seen: SeenKeys | null;
};

/** Keeps what it has seen from batch to batch: give it all rows of the file, in their order. */
export function batchReader(
  columns: readonly Column[],
  fields: readonly ImportField[],
  { emptyCells, matchBy }: { emptyCells: 'keep' | 'clear'; matchBy: string | null },
): (number: number, cells: string[]) => CheckedRow {
  const readers = columns.flatMap(({ index, field: key, dates }): Reader[] => {
    const field = fields.find((one) => one.key === key);
    if (!field) return [];
    const seen = field.unique || field.key === matchBy ? new SeenKeys() : null;
    const identity = field.identity ?? ((text: string) => text);
    return [{ index, key: field.key, parse: cellParser(field, dates), identity, seen }];
  });
  const identifiers = readers.filter((reader) => reader.seen !== null);
  return (number, cells) => {
    const values: Record<string, string | null> = {};
    const faults: FieldFault[] = [];
    for (const { index, key, parse } of readers) {
      const text = withoutGuard(cells[index]?.trim() ?? '');
      if (text === '') {
        if (emptyCells === 'clear') values[key] = null;
        continue;
      }
      const parsed = parse(text);
      if ('value' in parsed) values[key] = parsed.value;
      else faults.push({ field: key, ...parsed.fault });
    }
    // Only rows that could be written are remembered: of two rows, the one that can be read counts.
    if (faults.length === 0)
      for (const { key, identity, seen } of identifiers) {
        const value = values[key];
        const same = value ? identity(value) : null;
        if (same === null) continue;
        const earlier = seen?.note(same, number);
        if (earlier !== undefined) faults.push({ field: key, code: 'twice-in-file', params: { row: earlier } });
      }
    return faults.length > 0 ? { number, cells, faults } : { number, cells, row: { values } };
  };
}

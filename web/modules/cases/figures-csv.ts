// Saves the tables of the figures as one CSV file.
import { csvText } from '#web/lib/csv.ts';
import { saveFile } from '#web/lib/save-file.ts';
import type { FigureTable } from './use-figure-tables.ts';

export function csvOf(tables: readonly FigureTable[]): string {
  return csvText(tables.flatMap((table) => [[table.title], table.head, ...table.rows, []]));
}

export function saveCsv(tables: readonly FigureTable[], name: string): void {
  saveFile(csvOf(tables), name, 'text/csv');
}

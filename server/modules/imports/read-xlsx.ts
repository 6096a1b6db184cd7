// Reads one sheet of an XLSX file row by row, in bounded memory; days become ISO dates, numbers their plain digits.
import { isoOfSerial } from '#kernel/calendar/excel-serial.ts';
import { importErrors } from './errors.ts';
import * as limits from './limits.ts';
import type { ReadRow } from './read-csv.ts';
import { openXlsx, readXml } from './xlsx-parts.ts';
import { readBook, readDateStyles, readSharedTexts } from './xlsx-book.ts';

/** Names of the sheets, in order. */
export async function sheetsOf(path: string): Promise<string[]> {
  const parts = await openXlsx(path);
  try {
    return (await readBook(parts)).sheets.map((sheet) => sheet.name);
  } finally {
    parts.close();
  }
}

/** `sheet` null is the first. Throws `import.unreadable` when there is no such sheet. */
export async function* readXlsx(path: string, { sheet }: { sheet: string | null }): AsyncGenerator<ReadRow> {
  const parts = await openXlsx(path);
  try {
    const book = await readBook(parts);
    const chosen = sheet === null ? book.sheets[0] : book.sheets.find((one) => one.name === sheet);
    if (!chosen) throw importErrors.unreadable({ sheet });
    const [dateStyles, texts] = [await readDateStyles(parts), await readSharedTexts(parts)];
    const rows: ReadRow[] = [];
    let row: ReadRow = { number: 0, cells: [] };
    let cell = { column: 0, type: '', style: 0 };
    let value = '';
    let inValue = false;
    const written = (): string => {
      if (cell.type === 's') return texts.at(Number(value));
      if (cell.type === 'b') return value === '1' ? 'true' : 'false';
      if (cell.type === 'inlineStr' || cell.type === 'str' || cell.type === 'e') return value;
      if (cell.type === 'd') return value.slice(0, 10);
      if (value === '') return '';
      const number = Number(value);
      if (!Number.isFinite(number)) return value;
      if (dateStyles[cell.style]) return isoOfSerial(number, book.from1904) ?? value;
      // 9.66501234567E11 is a phone.
      return String(number);
    };
    const handlers = {
      open: (name: string, attributes: Readonly<Record<string, string>>) => {
        if (name === 'row') {
          // Empty rows are not there; the attribute is optional.
          row = { number: Number(attributes['r'] ?? row.number + 1), cells: [] };
          cell = { column: -1, type: '', style: 0 };
        } else if (name === 'c') {
          const column = attributes['r'] ? columnOf(attributes['r']) : cell.column + 1;
          cell = { column, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0) };
          value = '';
        } else if (name === 'v' || name === 't') inValue = true;
      },
      text: (text: string) => {
        if (inValue && value.length < limits.cellLength) value += text;
      },
      close: (name: string) => {
        if (name === 'v' || name === 't') inValue = false;
        else if (name === 'c' && cell.column >= 0 && cell.column < limits.columns) {
          while (row.cells.length < cell.column) row.cells.push('');
          row.cells[cell.column] = written();
        } else if (name === 'row') rows.push(row);
      },
    };
    for await (const _ of readXml(await parts.open(chosen.part), handlers)) {
      yield* rows;
      rows.length = 0;
    }
  } finally {
    parts.close();
  }
}

/** "AB12" is column 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

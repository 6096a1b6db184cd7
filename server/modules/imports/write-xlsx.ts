// Writes rows as an XLSX file of one sheet, row by row: nothing of it is held in memory but the row on its way.
import { Readable } from 'node:stream';
import yazl from 'yazl';
import type { ExportColumn, ExportValue } from '#platform/exporter.ts';

export type Sheet = {
  name: string;
  /** From right to left, as Arabic and Persian readers lay out a sheet. */
  rightToLeft: boolean;
  /** Columns with their head; the rest of the sheet is text. */
  columns: readonly { head: string; type: ExportColumn['type'] }[];
  rows: AsyncIterable<readonly ExportValue[]>;
};

/** Excel's own limit. */
export const mostRows = 1_048_576;
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function xlsxFile(sheet: Sheet): Readable {
  const zip = new yazl.ZipFile();
  const add = (name: string, xml: string): void => zip.addBuffer(Buffer.from(head + xml), name);
  add(
    '[Content_Types].xml',
    `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
  );
  add(
    '_rels/.rels',
    `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  add(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(sheet.name.slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  );
  // Styles: 0 plain, 1 a day, 2 the head, 3 text, so that an id keeps its zeros when somebody edits it.
  add(
    'xl/styles.xml',
    `<styleSheet xmlns="${main}"><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="14" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  );
  const rows = Readable.from(sheetXml(sheet));
  rows.on('error', (error) => zip.outputStream.emit('error', error));
  zip.addReadStream(rows, 'xl/worksheets/sheet1.xml');
  zip.end();
  return zip.outputStream as Readable;
}

async function* sheetXml({ rightToLeft, columns, rows }: Sheet): AsyncGenerator<string> {
  let xml = `${head}<worksheet xmlns="${main}"><sheetViews><sheetView${rightToLeft ? ' rightToLeft="1"' : ''} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${columns.length}" width="22" customWidth="1"/></cols><sheetData>`;
  xml += `<row>${columns.map((column) => inline(column.head, 2)).join('')}</row>`;
  for await (const cells of rows) {
    xml += `<row>${cells.map((value, index) => cellXml(value, columns[index]?.type)).join('')}</row>`;
    if (xml.length < 64 * 1024) continue;
    yield xml;
    xml = '';
  }
  yield `${xml}</sheetData></worksheet>`;
}

/** Text is written as text, which no spreadsheet takes for a formula. */
function cellXml(value: ExportValue, type: ExportColumn['type'] = 'text'): string {
  if (value === null || value === '') return '<c/>';
  if (type === 'number' && typeof value === 'number') return `<c><v>${value}</v></c>`;
  if (type === 'date' && /^\d{4}-\d\d-\d\d$/.test(String(value))) {
    const days = Date.parse(`${String(value)}T00:00:00Z`) / 86_400_000 + 25_569;
    // Excel's days begin in 1900, and the first two months of them are wrong.
    if (days >= 61) return `<c s="1"><v>${days}</v></c>`;
  }
  return inline(String(value), 3);
}

const inline = (text: string, style: number): string =>
  `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** Also without the characters that XML has no place for. */
function escaped(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- removing them is the purpose
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

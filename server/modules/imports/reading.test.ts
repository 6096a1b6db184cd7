// How files are read: encodings, delimiters, quotes, ragged rows, workbooks, and files made to do harm.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import { afterAll, describe, expect, test } from 'vitest';
import type { ExportValue } from '#platform/exporter.ts';
import { describeFile, requestOf, type Wish } from './describe-file.ts';
import { detectEncoding } from './detect-encoding.ts';
import { readRows } from './row-reader.ts';
import { csvCell, withoutGuard } from './write-csv.ts';
import { xlsxFile } from './write-xlsx.ts';

const folder = mkdtempSync(join(tmpdir(), 'rida-reading-'));
afterAll(() => rmSync(folder, { recursive: true }));
let made = 0;

function fileOf(content: Buffer | string): string {
  made += 1;
  const path = join(folder, `file-${made}`);
  writeFileSync(path, content);
  return path;
}

async function rowsOf(path: string, format: 'csv' | 'xlsx', wish: Wish = {}): Promise<string[][]> {
  const { reading } = await describeFile(path, format, wish);
  const rows: string[][] = [];
  for await (const batch of readRows(requestOf(path, reading, 100))) rows.push(...batch.cells);
  return rows;
}

/** Windows-1256 of a text, by the decoder's own table. */
function windows1256(text: string): Buffer {
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1256').decode(Uint8Array.of(byte)), byte]),
  );
  return Buffer.from(Array.from(text, (letter) => table.get(letter) ?? 0x3f));
}

const arabic = 'الاسم,المدينة\nسارة الحربي,الرياض\nفهد العتيبي,جدة\n';
const persian = 'نام,شهر\nپریسا چگنی,گرگان\nژاله کریمی,کرج\n';

describe('encodings', () => {
  test.each([
    ['UTF-8', Buffer.from(arabic), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${arabic}`), 'utf-8'],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${arabic}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 LE', Buffer.from(arabic, 'utf16le'), 'utf-16le'],
    ['UTF-16 BE with a mark', Buffer.from(`\ufeff${arabic}`, 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 BE', Buffer.from(arabic, 'utf16le').swap16(), 'utf-16be'],
    ['Windows-1256', windows1256(arabic), 'windows-1256'],
  ] as const)('%s is recognised and read', async (_name, bytes, encoding) => {
    expect(detectEncoding(bytes)).toMatchObject({ encoding });
    expect(detectEncoding(bytes).confidence).toBeGreaterThan(0.7);
    const rows = await rowsOf(fileOf(bytes), 'csv');
    expect(rows[1]).toEqual(['سارة الحربي', 'الرياض']);
  });

  test('Persian in Windows-1256 gets its own letters, and the guess can be changed', async () => {
    const path = fileOf(windows1256(persian.replaceAll('ی', 'ي')));
    expect((await rowsOf(path, 'csv'))[1]).toEqual(['پریسا چگنی', 'گرگان']);
    expect((await rowsOf(path, 'csv', { encoding: 'windows-1256' }))[1]).toEqual(['پريسا چگني', 'گرگان']);
  });

  test('Western European bytes are no sure guess', () => {
    const western = Buffer.from('Name,Ort\nM\xfcller,K\xf6ln\nGr\xf6\xdfe,D\xfcren\n', 'latin1');
    expect(detectEncoding(western).confidence).toBeLessThan(0.5);
  });
});

describe('CSV', () => {
  test.each([
    [',', 'a,b,c\n1,"2,5",3\n4,5,6\n'],
    [';', 'a;b;c\r\n1;2,5;3\r\n4;5,1;6\r\n'],
    ['\t', 'a\tb\tc\n1\t2, then 3\t3\n'],
    ['|', 'a|b|c\n1|2|3\n'],
  ])('the delimiter %j is recognised', async (delimiter, content) => {
    expect((await describeFile(fileOf(content), 'csv')).reading.delimiter).toBe(delimiter);
  });

  test('quotes may hold line ends and quotes, rows may be short or long, empty ones are passed over', async () => {
    const path = fileOf('name,note\n"a ""b""\nc",1\nshort\n\n,\nlong,2,3,4\n');
    expect(await rowsOf(path, 'csv')).toEqual([
      ['name', 'note'],
      ['a "b"\nc', '1'],
      ['short'],
      ['long', '2', '3', '4'],
    ]);
  });

  test('a title above the header is passed over, and a file without one has none', async () => {
    const titled = await describeFile(fileOf('Report 2026,,\n\nname,mail,city\nSara,s@example.com,Riyadh\n'), 'csv');
    expect(titled).toMatchObject({ reading: { headerRow: 3 }, columns: [{ header: 'name' }, {}, {}] });
    const bare = await describeFile(fileOf('Sara,s@example.com\nFahd,f@example.com\n'), 'csv');
    expect(bare.reading.headerRow).toBe(0);
  });

  test('a quote that is never closed is said with its row; a file without rows too', async () => {
    await expect(rowsOf(fileOf('a,b\n1,2\n"3,4\n5,6\n'), 'csv')).rejects.toMatchObject({
      code: 'import.quote-not-closed',
      params: { row: 3 },
    });
    await expect(rowsOf(fileOf('a,b\n'), 'csv')).rejects.toMatchObject({ code: 'import.no-rows' });
  });
});

async function* each(rows: ExportValue[][]): AsyncGenerator<ExportValue[]> {
  yield* rows;
}

function archive(parts: Record<string, string>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** A workbook of one sheet, as other programs write it: shared texts, styles, numbers. */
function workbook(sheet: string, more: Record<string, string> = {}): Promise<Buffer> {
  return archive({
    'xl/workbook.xml':
      '<x:workbook xmlns:x="m" xmlns:q="r"><x:sheets><x:sheet name="ورقة" sheetId="1" q:id="rId1"/></x:sheets></x:workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/a.xml"/></Relationships>',
    'xl/worksheets/a.xml': sheet,
    ...more,
  });
}

describe('XLSX', () => {
  test('what we write we read, with days, zeros and signs as they were', async () => {
    const sheet = {
      name: 'x',
      rightToLeft: true,
      columns: [
        { head: 'الاسم', type: 'text' as const },
        { head: 'يوم', type: 'date' as const },
        { head: 'رقم', type: 'number' as const },
      ],
      rows: each([
        ['=1+1 & <b>', '1989-12-09', 1.5],
        ['0501234567', null, null],
      ]),
    };
    const bytes = await buffer(xlsxFile(sheet));
    expect(await rowsOf(fileOf(bytes), 'xlsx')).toEqual([
      ['الاسم', 'يوم', 'رقم'],
      ['=1+1 & <b>', '1989-12-09', '1.5'],
      ['0501234567', '', ''],
    ]);
  });

  test('shared texts, styled days, gaps, long numbers and yes or no are understood', async () => {
    const bytes = await workbook(
      `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
       <row r="5"><c r="A5" s="1"><v>32851.75</v></c><c r="C5"><v>9.66501234567E11</v></c><c r="D5" t="b"><v>1</v></c><c r="E5" t="inlineStr"><is><t>a</t></is></c></row></sheetData></worksheet>`,
      {
        'xl/sharedStrings.xml':
          '<sst><si><t>تاريخ</t></si><si><r><t>هات</t></r><r><t>ف</t></r><rPh><t>x</t></rPh></si></sst>',
        'xl/styles.xml':
          '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-1]dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
      },
    );
    const description = await describeFile(fileOf(bytes), 'xlsx');
    expect(description).toMatchObject({ reading: { sheets: ['ورقة'], headerRow: 1 } });
    expect(description.preview).toEqual([{ row: 5, cells: ['1989-12-09', '', '966501234567', 'true', 'a'] }]);
  });

  test('what was made to do harm is refused before it does', async () => {
    const refused = (bytes: Buffer) => expect(rowsOf(fileOf(bytes), 'xlsx')).rejects;
    const row =
      '<worksheet><sheetData><row><c t="s"><v>0</v></c></row><row><c t="s"><v>0</v></c></row></sheetData></worksheet>';
    // Entities that name each other would grow without end.
    await refused(
      await workbook(`<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${row.replace('<v>0', '<v>&b;')}`),
    ).toMatchObject({ code: 'import.unreadable' });
    // A hundred megabytes of text in a few kilobytes.
    const bomb = `<sst>${`<si><t>${'a'.repeat(30_000)}</t></si>`.repeat(3_500)}</sst>`;
    await refused(await workbook(row, { 'xl/sharedStrings.xml': bomb })).toMatchObject({ code: 'import.too-heavy' });
    await refused(await archive({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' })).toMatchObject({
      code: 'import.format-refused',
    });
    await refused(Buffer.from('PK but no archive')).toMatchObject({ code: 'import.format-refused' });
    await refused(await workbook('<worksheet><sheetData><row>')).toMatchObject({ code: 'import.unreadable' });
  });
});

test('nothing in a CSV file becomes a formula, and imports take the guard off again', () => {
  for (const text of ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx']) {
    const cell = csvCell(text).replace(/^"|"$/g, '');
    expect(cell).toBe(`'${text}`);
    expect(withoutGuard(cell)).toBe(text);
  }
  expect(csvCell('+966501234567')).toBe('+966501234567');
  expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
  expect(withoutGuard("'quoted'")).toBe("'quoted'");
});

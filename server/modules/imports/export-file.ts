// A list as a file: page by page as fast as it leaves, with a last line that says what is left out and why.
import type { Readable } from 'node:stream';
import type { LocaleText } from '#contract/common.ts';
import type { Context } from '#platform/context.ts';
import type { ExportColumn, Exporter, ExportValue, LeftOut } from '#platform/exporter.ts';
import { fileTexts } from './file-texts.ts';
import { csvFile } from './write-csv.ts';
import { mostRows, xlsxFile } from './write-xlsx.ts';

type Language = 'ar' | 'fa' | 'en';
type Read = <T>(work: (ctx: Context) => Promise<T>) => Promise<T>;

export type ExportFile = {
  exporter: Exporter;
  columns: readonly ExportColumn[];
  leftOut: readonly LeftOut[];
  query: Readonly<Record<string, string>>;
  format: 'csv' | 'xlsx';
  language: Language;
  /** Runs a short transaction as whoever asked. */
  read: Read;
  /** Told when the last row has left. */
  done: (rows: number) => Promise<void>;
};

export function exportFile({ exporter, columns, leftOut, query, format, language, read, done }: ExportFile): Readable {
  const inLanguage = (text: LocaleText): string => text[language] ?? text.ar ?? text.fa ?? text.en ?? '';
  const heads = columns.map(({ names, type }) => ({ head: inLanguage(names), type }));
  const texts = fileTexts[language];
  const remarks = leftOut.map(({ what, reason }) => `${inLanguage(what)} (${texts[reason]})`);
  async function* rows(): AsyncGenerator<ExportValue[]> {
    let count = 0;
    let after: string | null = null;
    do {
      const page: { rows: ExportValue[][]; next: string | null } = await read((ctx) =>
        exporter.rows(ctx, query, after, language),
      );
      // A sheet ends where Excel's sheets end; head and remark need a row each.
      const room = format === 'xlsx' ? mostRows - 2 - count : page.rows.length;
      yield* page.rows.slice(0, room);
      count += Math.min(room, page.rows.length);
      after = room < page.rows.length ? null : page.next;
    } while (after !== null);
    if (remarks.length > 0) yield [`# ${texts.leftOut}: ${remarks.join(' · ')}`];
    await done(count);
  }
  if (format === 'xlsx')
    return xlsxFile({ name: exporter.name, rightToLeft: language !== 'en', columns: heads, rows: rows() });
  return csvFile(
    withHead(
      heads.map((one) => one.head),
      rows(),
    ),
  );
}

async function* withHead(head: string[], rows: AsyncIterable<ExportValue[]>): AsyncGenerator<ExportValue[]> {
  yield head;
  yield* rows;
}

// The refused rows of an import as a file: the columns as they came, then the row and why, to be corrected and imported again.
import type { Readable } from 'node:stream';
import { rowFaultText } from '#kernel/row-fault-texts.ts';
import type { Context } from '#platform/context.ts';
import { faultyRows } from './faulty-rows.ts';
import { fileTexts } from './file-texts.ts';
import type { ImportRecord } from './import-record.ts';
import { csvFile } from './write-csv.ts';
import { xlsxFile } from './write-xlsx.ts';

type Language = 'ar' | 'fa' | 'en';
/** Runs a short transaction: a file that takes long to fetch must not hold one open. */
type Read = <T>(work: (ctx: Context) => Promise<T>) => Promise<T>;

const atOnce = 500;

/** `names`: of the fields in the language, for columns without a header of their own. */
export function refusedFile(
  record: ImportRecord,
  options: { format: 'csv' | 'xlsx'; language: Language; names: ReadonlyMap<string, string>; read: Read },
): Readable {
  const { format, language, names, read } = options;
  const texts = fileTexts[language];
  const heads = [
    ...record.columns.map(({ header, field, index }) => header || names.get(field ?? '') || String(index + 1)),
    texts.row,
    texts.reasons,
  ];
  async function* rows(): AsyncGenerator<string[]> {
    for (let after = 0; ;) {
      const page = await read((ctx) =>
        faultyRows(ctx, record, { trial: record.started_at === null, after, limit: atOnce, refused: true }),
      );
      for (const { row, cells, faults } of page) {
        const reasons = faults.map((fault) => {
          const name = names.get(fault.field);
          return `${name ? `${name}: ` : ''}${rowFaultText(language, fault)}`;
        });
        yield [...record.columns.map(({ index }) => cells[index] ?? ''), String(row), reasons.join(' · ')];
      }
      if (page.length < atOnce) return;
      after = page.at(-1)?.row ?? 0;
    }
  }
  if (format === 'xlsx')
    return xlsxFile({
      name: texts.reasons,
      rightToLeft: language !== 'en',
      columns: heads.map((head) => ({ head, type: 'text' })),
      rows: rows(),
    });
  return csvFile(withHead(heads, rows()));
}

async function* withHead(head: string[], rows: AsyncIterable<string[]>): AsyncGenerator<string[]> {
  yield head;
  yield* rows;
}

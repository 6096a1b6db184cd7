// The files that a dealer takes along: an empty one with the columns, and the refused rows with their reasons.
import { saleFileColumns } from '#kernel/sale-file-columns.ts';
import type { Language } from '#contract/common.ts';
import type { SaleFile } from '#contract/purchases.ts';
import { saveCsv } from '#web/lib/csv.ts';
import type { useT } from '#web/lib/i18n.ts';
import { faultText } from '#web/lib/problem-text.ts';
import type { SaleFileRow } from './use-sale-file.ts';

type Say = ReturnType<typeof useT>;

export function saveTemplate(t: Say, language: Language): void {
  saveCsv([saleFileColumns.map(({ names }) => names[language])], `${t('sale.file.template-name')}.csv`);
}

export const columnName = (key: string, language: Language): string =>
  saleFileColumns.find((column) => column.key === key)?.names[language] ?? '';

/** "Field: rule", or the rule alone where it is about the whole row. */
export function reasonsOf(row: Pick<SaleFileRow, 'faults'>, language: Language): string[] {
  return row.faults.map(({ field, code, params }) => {
    const name = columnName(field, language);
    return `${name === '' ? '' : `${name}: `}${faultText(code, params)}`;
  });
}

/** The columns as they came, so that the corrected file can be sent as it is: the two behind them are passed over. */
export function saveRefused(t: Say, language: Language, file: SaleFile, rows: readonly SaleFileRow[]): void {
  const heads = [
    ...file.columns.map(({ header, field }) => header || columnName(field ?? '', language)),
    t('sale.file.row'),
    t('sale.file.reasons'),
  ];
  const lines = rows.map((row) => [...row.cells, String(row.row), reasonsOf(row, language).join(' · ')]);
  saveCsv([heads, ...lines], `${file.name.replace(/\.[^.]*$/, '')}-${t('sale.file.refused-name')}.csv`);
}

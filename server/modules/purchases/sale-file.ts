// A file of sales as its dealer sees it before anything is saved: which rows are fine, which were entered before, and what is wrong with the rest.
import type { SaleFile, SaleFileRow, SaleOfFile } from '#contract/purchases.ts';
import { isoDateAt } from '#kernel/calendar/calendar-date.ts';
import { saleFileColumns } from '#kernel/sale-file-columns.ts';
import { normaliseText } from '#kernel/text/normalise.ts';
import { readRowFile } from '#modules/imports/index.ts';
import { dateSettings } from '#modules/organisation/index.ts';
import type { Context } from '#platform/context.ts';
import type { ImportField } from '#platform/importer.ts';
import { actingDealer } from './dealer.ts';
import { saleRowReader } from './sale-row.ts';
import { soldAlready, type SaleLookedFor } from './sold-already.ts';

/** More than a day's sales of any shop, and few enough to be shown back at once. */
export const mostRows = 2_000;

const fields: readonly ImportField[] = saleFileColumns.map(({ key, names, aliases }) => ({
  key,
  names,
  aliases,
  type: key === 'boughtOn' ? 'date' : 'text',
}));

type FileSettings = Parameters<typeof readRowFile>[2] & { today: string };

/** Reading needs no database: the transaction begins behind it. */
export async function readSaleFile(
  file: { name: string; path: string; format: 'csv' | 'xlsx' },
  { today, ...settings }: FileSettings,
) {
  return { name: file.name, ...(await readRowFile(file, fields, settings, { most: mostRows, today })) };
}

/** Who reads it, and how its dates are understood. Throws `dealer.inactive`. */
export async function saleFileSettings(ctx: Context): Promise<FileSettings> {
  await actingDealer(ctx);
  const settings = await dateSettings(ctx);
  return { ...settings, today: isoDateAt(ctx.clock.now(), settings.timeZone) };
}

export async function checkSaleFile(
  ctx: Context,
  { name, columns, rows }: Awaited<ReturnType<typeof readSaleFile>>,
): Promise<SaleFile> {
  const dealer = await actingDealer(ctx);
  const found = new Set(columns.map(({ field }) => field));
  const missing = saleFileColumns.flatMap(({ key, required }) => (required && !found.has(key) ? [key] : []));
  const heads = columns.map(({ header, field }) => ({ header, field }));
  const width = columns.length;
  const cellsOf = (cells: readonly string[]) => Array.from({ length: width }, (_, at) => cells[at] ?? '');
  if (missing.length > 0)
    return {
      name,
      columns: heads,
      missing,
      rows: rows.map(({ number, cells }) => ({
        row: number,
        cells: cellsOf(cells),
        state: 'refused',
        sale: null,
        faults: [],
      })),
    };
  const read = await saleRowReader(ctx);
  const checked = rows.map((row): SaleFileRow => {
    const { sale, faults } = row.row ? read(row.row.values) : { sale: null, faults: row.faults };
    return { row: row.number, cells: cellsOf(row.cells), state: sale ? 'fine' : 'refused', sale, faults };
  });
  await findThere(ctx, dealer.id, checked);
  return { name, columns: heads, missing, rows: checked };
}

/** Marks what was entered before, and the second of two equal rows. */
async function findThere(ctx: Context, dealerId: string, rows: readonly SaleFileRow[]): Promise<void> {
  const fine = rows.flatMap((row) => (row.sale ? [{ row, sale: lookedFor(row.sale) }] : []));
  if (fine.length === 0) return;
  const before = await soldAlready(
    ctx,
    dealerId,
    fine.map(({ sale }) => sale),
  );
  const seen = new Map<string, { row: number; receipt: string | null }[]>();
  for (const [at, { row, sale }] of fine.entries()) {
    const earlier = seen.get(keyOf(sale)) ?? [];
    const same = earlier.find(({ receipt }) => !receipt || !sale.receipt || receipt === sale.receipt);
    if (before[at] !== 'no')
      note(row, { field: 'row', code: before[at] === 'cancelled' ? 'sale-cancelled' : 'sale-there' });
    else if (same) note(row, { field: 'row', code: 'sale-twice-in-file', params: { row: same.row } });
    else seen.set(keyOf(sale), [...earlier, { row: row.row, receipt: sale.receipt }]);
  }
}

function note(row: SaleFileRow, fault: SaleFileRow['faults'][number]): void {
  row.state = 'there';
  row.faults = [fault];
}

const lookedFor = ({ buyer, productId, boughtOn, receipt }: SaleOfFile): SaleLookedFor => ({
  buyerId: null,
  phone: buyer.phone ?? null,
  name: buyer.name,
  productId,
  boughtOn,
  receipt: receipt ?? null,
});

const keyOf = ({ phone, name, productId, boughtOn }: SaleLookedFor): string =>
  JSON.stringify([phone ?? normaliseText(name), phone !== null, productId, boughtOn]);

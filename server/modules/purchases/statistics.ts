// Statistics of existing customers: a cross table of those who bought in a period, with small groups hidden.
import type { PurchaseStatistics, StatisticsInput } from '#contract/purchases.ts';
import { type CrossTable, suppressSmallGroups } from '#kernel/suppress-small-groups.ts';
import type { Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { countBuyers, type CountedGroup } from './count-buyers.ts';
import { cityValues, statisticsValues } from './statistics-dimensions.ts';
import { statisticsPeriod } from './statistics-period.ts';

/** Groups of fewer customers are hidden. */
const least = 5;
export const unknownKey = 'unknown';

type Values = PurchaseStatistics['rows'];

/**
 * Customers are counted once in each cell and each total; one who bought in two categories stands in both, so that categories may
 * add up to more than their total. Cities only within a province. Throws `request.invalid` for dimensions and filters that do not
 * go together.
 */
export async function purchaseStatistics(ctx: Context, input: StatisticsInput): Promise<PurchaseStatistics> {
  checkDimensions(input);
  const { rows: row, columns: column } = input;
  const period = await statisticsPeriod(ctx, input);
  // Whoever is in two categories counts once in a total: totals over categories are counted, not added up.
  const { inner, outer } = await countBuyers(ctx, input, period);
  const rows = await valuesOf(
    ctx,
    row,
    inner.map((group) => group.row),
  );
  const columns = column
    ? await valuesOf(
        ctx,
        column,
        inner.map((group) => group.column),
      )
    : [{ key: 'all', name: null }];
  const build = (count: (group: CountedGroup) => number) =>
    tableOf({
      rows,
      columns,
      inner,
      outer,
      count,
      categories: row === 'category' ? 'rows' : column === 'category' ? 'columns' : null,
    });
  const filters = inner[0]?.leftOut.length ?? 0;
  const shown = suppressSmallGroups(
    build((group) => group.customers),
    least,
    Array.from({ length: filters }, (_, filter) => build((group) => group.leftOut[filter] ?? 0)),
  );
  return {
    rows,
    columns,
    cells: shown.cells.map((line) => [...line]),
    rowTotals: [...shown.rowTotals],
    columnTotals: [...shown.columnTotals],
    total: shown.total,
    ...period,
    least,
  };
}

function checkDimensions({ rows, columns, provinceId, categoryId }: StatisticsInput): void {
  if (rows === columns) throw invalidField('columns', 'same-dimension');
  for (const [field, dimension] of Object.entries({ rows, columns }))
    if (dimension === 'city' && provinceId === undefined) throw invalidField(field, 'province-needed');
  if (categoryId !== undefined && (rows === 'category' || columns === 'category'))
    throw invalidField('categoryId', 'same-dimension');
}

/** The values that occur, in the organisation's order, and what is not known at the end. */
async function valuesOf(
  ctx: Context,
  dimension: StatisticsInput['rows'],
  found: readonly (string | null)[],
): Promise<Values> {
  const keys = new Set(found);
  const known = [...keys].filter((key) => key !== null);
  const named: Values =
    dimension === 'gender' || dimension === 'kind'
      ? known.toSorted().map((key) => ({ key, name: null }))
      : dimension === 'city'
        ? await cityValues(ctx, known)
        : (await statisticsValues(ctx))[dimension].filter(({ key }) => keys.has(key));
  return keys.has(null) ? [...named, { key: unknownKey, name: null }] : named;
}

function tableOf(parts: {
  rows: Values;
  columns: Values;
  inner: readonly CountedGroup[];
  outer: readonly CountedGroup[];
  count: (group: CountedGroup) => number;
  /** The side whose values overlap: totals over it come from `outer`. */
  categories: 'rows' | 'columns' | null;
}): CrossTable<number> {
  const { rows, columns, inner, outer, count, categories } = parts;
  const place = (values: Values) => new Map(values.map(({ key }, index) => [key, index]));
  const rowPlace = place(rows);
  const columnPlace = place(columns);
  const cells = rows.map(() => columns.map(() => 0));
  for (const group of inner) {
    const line = cells[rowPlace.get(group.row ?? unknownKey)!]!;
    line[columns[0]?.key === 'all' ? 0 : columnPlace.get(group.column ?? unknownKey)!]! += count(group);
  }
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const rowSums = cells.map(sum);
  const columnSums = columns.map((_, index) => sum(cells.map((line) => line[index]!)));
  if (categories === null) return { cells, rowTotals: rowSums, columnTotals: columnSums, total: sum(rowSums) };
  const counted = (values: Values, key: (group: CountedGroup) => string | null) =>
    values.map((value) =>
      sum(outer.filter((group) => value.key === 'all' || (key(group) ?? unknownKey) === value.key).map(count)),
    );
  return {
    cells,
    rowTotals: categories === 'columns' ? counted(rows, (group) => group.row) : rowSums,
    columnTotals: categories === 'rows' ? counted(columns, (group) => group.column) : columnSums,
    total: sum(outer.map(count)),
  };
}

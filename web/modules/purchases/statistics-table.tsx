// The cross table: counts or shares, totals, and what is hidden said in words; a count leads to its customers.
import { Table } from '@mantine/core';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import type { StatisticsSearch } from './statistics-search.ts';
import classes from './statistics.module.css';
import { type Statistics, useValueName } from './use-statistics.ts';

export type StatisticsTableProps = {
  statistics: Statistics;
  search: StatisticsSearch;
  /** Missing where the reader may not read customers. */
  onCell?: (cell: string) => void;
};

export function StatisticsTable({ statistics, search, onCell }: StatisticsTableProps) {
  const t = useT();
  const nameOf = useValueName();
  const { rows, columns, cells, rowTotals, columnTotals, total } = statistics;
  const two = search.columns !== undefined;
  const cell = (value: number | null, of: Parts, key: string) => (
    <Cell value={value} of={of} show={search.show} cell={key} {...(onCell ? { onCell } : {})} current={search.cell} />
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table must scroll by keyboard
    <div className={classes['table']} tabIndex={0} role="region" aria-label={t('buyers.table')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t(`buyers.dimension.${search.rows ?? 'province'}`)}</Table.Th>
            {columns.map((column) => (
              <Table.Th key={column.key} scope="col" data-numeric>
                <bdi>{nameOf(column, search.columns)}</bdi>
              </Table.Th>
            ))}
            {two ? (
              <Table.Th scope="col" data-numeric>
                {t('buyers.all')}
              </Table.Th>
            ) : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => (
            <Table.Tr key={row.key}>
              <Table.Th scope="row">
                <bdi>{nameOf(row, search.rows ?? 'province')}</bdi>
              </Table.Th>
              {columns.map((column, place) =>
                cell(
                  cells[index]?.[place] ?? null,
                  { row: rowTotals[index] ?? null, column: columnTotals[place] ?? null, total },
                  `${row.key}~${column.key}`,
                ),
              )}
              {two
                ? cell(rowTotals[index] ?? null, { row: rowTotals[index] ?? null, column: total, total }, `${row.key}~`)
                : null}
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">{t('buyers.all')}</Table.Th>
            {columns.map((column, place) =>
              cell(
                columnTotals[place] ?? null,
                { row: total, column: columnTotals[place] ?? null, total },
                `~${column.key}`,
              ),
            )}
            {two ? cell(total, { row: total, column: total, total }, '~') : null}
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </div>
  );
}

type Parts = { row: number | null; column: number | null; total: number | null };

type CellProps = {
  value: number | null;
  of: Parts;
  show: StatisticsSearch['show'];
  cell: string;
  current: string | undefined;
  onCell?: (cell: string) => void;
};

function Cell({ value, of, show, cell, current, onCell }: CellProps) {
  const t = useT();
  const format = useFormat();
  const whole = show === undefined ? null : of[show];
  const hidden = value === null || (show !== undefined && whole === null);
  const text = hidden
    ? t('buyers.hidden')
    : show === undefined
      ? format.number(value)
      : whole
        ? format.percent(value / whole, 1)
        : format.percent(0);
  return (
    <Table.Td data-numeric data-hidden={hidden || undefined}>
      {!hidden && onCell && value > 0 ? (
        <button
          type="button"
          className={classes['cell']}
          aria-current={current === cell || undefined}
          onClick={() => onCell(cell)}
        >
          {text}
        </button>
      ) : (
        text
      )}
    </Table.Td>
  );
}

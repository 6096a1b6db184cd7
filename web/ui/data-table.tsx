// A list as a table: sticky head, virtual rows, whole rows that open, more rows when the end comes near.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { usePreferences } from '#web/lib/preferences.ts';
import classes from './data-table.module.css';

export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** A track of CSS grid: `2fr`, `160px`, `minmax(120px, 1fr)`. */
  width?: string;
  numeric?: boolean;
  /** Left out where the screen is narrow. */
  secondary?: boolean;
};

export type DataTableProps<Row> = {
  /** Names the table for screen readers. */
  label: string;
  columns: ReadonlyArray<Column<Row>>;
  rows: readonly Row[];
  rowId: (row: Row) => string;
  onOpen?: (row: Row) => void;
  selectedId?: string | null;
  /** Asked for when the last rows come into sight. */
  onEnd?: () => void;
  /** Shown when there are no rows. */
  empty?: ReactNode;
  /** Pixels of a row; default by density. */
  rowHeight?: number;
};

export function DataTable<Row>({
  label,
  columns,
  rows,
  rowId,
  onOpen,
  selectedId,
  onEnd,
  empty,
  rowHeight,
}: DataTableProps<Row>) {
  const t = useT();
  const { density } = usePreferences();
  const height = rowHeight ?? (density === 'compact' ? 40 : 52);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;

  useEffect(() => virtual.measure(), [virtual, height]);
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 5) onEnd?.();
  }, [last, rows.length, onEnd]);

  if (rows.length === 0 && empty) return empty;
  const tracks = { gridTemplateColumns: columns.map((column) => column.width ?? '1fr').join(' ') };
  const narrow = {
    '--narrow-columns': columns
      .filter((column) => !column.secondary)
      .map((column) => column.width ?? '1fr')
      .join(' '),
  };
  return (
    <div ref={scroller} className={classes['scroller']}>
      <div role="table" aria-label={label} aria-rowcount={rows.length + 1} className={classes['table']}>
        <div role="row" className={classes['head']} style={{ ...tracks, ...narrow }}>
          {columns.map((column) => (
            <div
              key={column.id}
              role="columnheader"
              data-numeric={column.numeric || undefined}
              data-secondary={column.secondary || undefined}
            >
              {column.header}
            </div>
          ))}
        </div>
        <div role="rowgroup" className={classes['rows']} style={{ blockSize: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const id = rowId(row);
            return (
              <div
                key={id}
                role="row"
                aria-rowindex={item.index + 2}
                className={classes['row']}
                data-selected={id === selectedId || undefined}
                data-opens={onOpen ? true : undefined}
                style={{ ...tracks, ...narrow, blockSize: height, insetBlockStart: item.start }}
              >
                {columns.map((column, index) => (
                  <div
                    key={column.id}
                    role="cell"
                    data-numeric={column.numeric || undefined}
                    data-secondary={column.secondary || undefined}
                  >
                    {index === 0 && onOpen ? (
                      <button
                        type="button"
                        className={classes['open']}
                        aria-current={id === selectedId || undefined}
                        onClick={() => onOpen(row)}
                      >
                        {column.cell(row)}
                      </button>
                    ) : (
                      column.cell(row)
                    )}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      <div role="status" className={classes['count']}>
        {t('ui.rows-shown', { count: rows.length })}
      </div>
    </div>
  );
}

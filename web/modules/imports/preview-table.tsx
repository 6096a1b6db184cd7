// The first rows of the file as they are read.
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import classes from './imports.module.css';
import type { ImportView } from './use-imports.ts';

export function PreviewTable({ made, busy }: { made: ImportView; busy: boolean }) {
  const t = useT();
  const format = useFormat();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className={classes['scroll']} aria-busy={busy} aria-label={t('import.preview')} tabIndex={0}>
      <table className={classes['sheet']}>
        <thead>
          <tr>
            <th scope="col">{t('import.row-number')}</th>
            {made.columns.map((column) => (
              <th key={column.index} scope="col">
                <bdi>{column.header || t('import.column', { number: format.number(column.index + 1) })}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {made.preview.map(({ row, cells }) => (
            <tr key={row}>
              <th scope="row">{format.number(row)}</th>
              {made.columns.map((column) => (
                <td key={column.index}>
                  <bdi>{cells[column.index] ?? ''}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

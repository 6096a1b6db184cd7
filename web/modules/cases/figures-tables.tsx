// The figures as tables.
import { Table } from '@mantine/core';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import classes from './figures.module.css';
import type { FigureTable } from './use-figure-tables.ts';

export function FiguresTables({ tables }: { tables: readonly FigureTable[] }) {
  const t = useT();
  const format = useFormat();
  return tables.map((table) => (
    // Wide tables scroll by themselves on a phone; the region is reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div key={table.title} className={classes['table']} tabIndex={0} role="region" aria-label={table.title}>
      <Table captionSide="top">
        <Table.Caption className={classes['caption'] ?? ''}>{table.title}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {table.head.map((title, index) => (
              <Table.Th key={title} scope="col" data-numeric={index > 0 || undefined}>
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.rows.map(([name, ...numbers], row) => (
            // oxlint-disable-next-line react/no-array-index-key
            <Table.Tr key={row}>
              <Table.Th scope="row" fw={400}>
                <bdi>{name}</bdi>
              </Table.Th>
              {numbers.map((number, index) => (
                // oxlint-disable-next-line react/no-array-index-key
                <Table.Td key={index} data-numeric>
                  {number === null ? t('figures.suppressed-short') : format.number(number)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  ));
}

// The customers behind a cell of the statistics, each leading to its page.
import { Button, Text } from '@mantine/core';
import { useT } from '#web/lib/i18n.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import type { StatisticsSearch } from './statistics-search.ts';
import classes from './purchases.module.css';
import { type Statistics, useCellCustomers, useValueName } from './use-statistics.ts';

export type CellCustomersProps = { search: StatisticsSearch; cell: string; statistics: Statistics };

export function CellCustomers({ search, cell, statistics }: CellCustomersProps) {
  const t = useT();
  const nameOf = useValueName();
  const customers = useCellCustomers(search, cell);
  const [rowKey, columnKey] = cell.split('~');
  const row = statistics.rows.find(({ key }) => key === rowKey);
  const column = statistics.columns.find(({ key }) => key === columnKey && key !== 'all');
  const words = [
    row ? nameOf(row, search.rows ?? 'province') : t('buyers.all'),
    ...(column ? [nameOf(column, search.columns)] : []),
  ];
  return (
    <>
      <Text c="dimmed" mb="sm">
        {words.join(' · ')}
      </Text>
      <Text size="sm" c="dimmed" mb="sm">
        {t('buyers.behind-open')}
      </Text>
      <ErrorNote error={customers.error} retry={customers.retry} />
      {customers.waiting ? <RowsSkeleton /> : null}
      <ul className={classes['list']}>
        {customers.rows.map(({ id, name }) => (
          <li key={id} className={classes['line']}>
            <PageLink to="/customers/$customerId" params={{ customerId: id }}>
              <bdi>{name}</bdi>
            </PageLink>
          </li>
        ))}
      </ul>
      {customers.hasMore ? (
        <Button variant="default" mt="sm" onClick={customers.more}>
          {t('purchase.more')}
        </Button>
      ) : null}
    </>
  );
}

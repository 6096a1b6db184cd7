// Statistics of existing customers: a table and a chart by one or two dimensions, limited by filters that live in the address.
import { Button, Group, Popover, Text, UnstyledButton } from '@mantine/core';
import { IconDownload, IconInfoCircle, IconUsersGroup } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { saveCsv } from '#web/lib/csv.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useMay } from '#web/lib/permissions.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Figure } from '#web/ui/figure.tsx';
import { ListAndDetail } from '#web/ui/list-and-detail.tsx';
import { Page } from '#web/ui/page.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { CellCustomers } from './cell-customers.tsx';
import { StatisticsChart } from './statistics-chart.tsx';
import { StatisticsFilters } from './statistics-filters.tsx';
import { shares, type StatisticsSearch } from './statistics-search.ts';
import { StatisticsTable } from './statistics-table.tsx';
import classes from './statistics.module.css';
import { type Statistics, useStatistics, useValueName } from './use-statistics.ts';

const route = getRouteApi('/shell/customer-statistics');

export function StatisticsPage() {
  const t = useT();
  const search = route.useSearch();
  const go = route.useNavigate();
  const show = (change: { [Name in keyof StatisticsSearch]?: StatisticsSearch[Name] | undefined }) =>
    void go({
      search: (before) =>
        Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined)),
      replace: true,
    });
  const query = useStatistics(search);
  const mayList = useMay('customer.read');
  const { cell } = search;
  return (
    <Page
      title={t('buyers.title')}
      purpose={t('buyers.purpose')}
      filters={<StatisticsFilters search={search} show={show} />}
    >
      {query.isPending ? <TextSkeleton lines={12} /> : null}
      <ErrorNote error={query.error} retry={() => void query.refetch()} />
      {query.data ? (
        <ListAndDetail
          onClose={() => show({ cell: undefined })}
          detail={
            cell && mayList
              ? {
                  id: cell,
                  title: t('buyers.behind'),
                  content: <CellCustomers key={cell} search={search} cell={cell} statistics={query.data} />,
                }
              : null
          }
        >
          <Content
            statistics={query.data}
            search={search}
            show={show}
            {...(mayList ? { onCell: (of: string) => show({ cell: of }) } : {})}
          />
        </ListAndDetail>
      ) : null}
    </Page>
  );
}

type ContentProps = {
  statistics: Statistics;
  search: StatisticsSearch;
  show: (change: { [Name in keyof StatisticsSearch]?: StatisticsSearch[Name] | undefined }) => void;
  onCell?: (cell: string) => void;
};

function Content({ statistics, search, show, onCell }: ContentProps) {
  const t = useT();
  const format = useFormat();
  const save = useExport(statistics, search);
  if (statistics.rows.length === 0)
    return <EmptyState icon={IconUsersGroup} title={t('buyers.none')} hint={t('buyers.none-hint')} />;
  return (
    <div className={classes['content']}>
      <Group justify="space-between" align="flex-end">
        <div>
          <Figure
            label={t('buyers.total')}
            value={statistics.total}
            why={t('buyers.hidden')}
            definition={t('buyers.definition')}
          />
          <Text c="dimmed">
            {t('buyers.period-is', {
              from: format.date(statistics.from, 'long'),
              to: format.date(statistics.to, 'long'),
            })}
          </Text>
        </div>
        <Group gap="xs">
          <Hiding least={statistics.least} />
          <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={save}>
            {t('buyers.export')}
          </Button>
        </Group>
      </Group>
      <StatisticsChart statistics={statistics} search={search} />
      <WordFilter
        label={t('buyers.show')}
        value={search.show ?? 'count'}
        choices={(['count', ...shares] as const).map((value) => ({ value, label: t(`buyers.show.${value}`) }))}
        onChange={(value) => show({ show: value === 'count' ? undefined : value })}
      />
      <StatisticsTable statistics={statistics} search={search} {...(onCell ? { onCell } : {})} />
    </div>
  );
}

/** What is hidden and why, one click away. */
function Hiding({ least }: { least: number }) {
  const t = useT();
  return (
    <Popover width={320} position="bottom-end" withArrow>
      <Popover.Target>
        <UnstyledButton className={classes['info'] ?? ''}>
          <IconInfoCircle size={16} aria-hidden /> {t('buyers.about-hidden')}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>{t('buyers.hidden-means', { count: least })}</Popover.Dropdown>
    </Popover>
  );
}

/** Counts as numbers; what is hidden says so in words. */
function useExport(statistics: Statistics, search: StatisticsSearch): () => void {
  const t = useT();
  const format = useFormat();
  const nameOf = useValueName();
  const hidden = t('buyers.hidden');
  const { rows, columns, cells, rowTotals, columnTotals, total, from, to } = statistics;
  const two = search.columns !== undefined;
  const cellOf = (value: number | null) => value ?? hidden;
  return () =>
    saveCsv(
      [
        [t('buyers.title')],
        [t('buyers.period-is', { from: format.date(from, 'long'), to: format.date(to, 'long') })],
        [
          t(`buyers.dimension.${search.rows ?? 'province'}`),
          ...columns.map((value) => nameOf(value, search.columns)),
          ...(two ? [t('buyers.all')] : []),
        ],
        ...rows.map((value, index) => [
          nameOf(value, search.rows ?? 'province'),
          ...(cells[index] ?? []).map(cellOf),
          ...(two ? [cellOf(rowTotals[index] ?? null)] : []),
        ]),
        [t('buyers.all'), ...columnTotals.map(cellOf), ...(two ? [cellOf(total)] : [])],
        [],
        [t('buyers.hidden-means', { count: statistics.least })],
      ],
      `${t('buyers.file-name')}-${from}-${to}.csv`,
    );
}

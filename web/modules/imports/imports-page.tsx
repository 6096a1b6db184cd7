// Files that were brought in, and lists that were taken along: who, when, and how many rows.
import { Button, Text } from '@mantine/core';
import { IconFileExport, IconFileImport, IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { DateText } from '#web/ui/date-text.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { NumberText } from '#web/ui/number-text.tsx';
import { Page } from '#web/ui/page.tsx';
import { TwoLines } from '#web/ui/two-lines.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import { StateText } from './state-text.tsx';
import { type ListedExport, type ListedImport, useExportList, useImportList } from './use-imports.ts';

const route = getRouteApi('/shell/imports');

export function ImportsPage() {
  const t = useT();
  const { view } = route.useSearch();
  const go = route.useNavigate();
  return (
    <Page
      title={t('import.list')}
      purpose={t('import.list-purpose')}
      action={<NewButton />}
      filters={
        <WordFilter
          label={t('import.view')}
          value={view ?? 'imports'}
          choices={[
            { value: 'imports', label: t('import.view.imports') },
            { value: 'exports', label: t('import.view.exports') },
          ]}
          onChange={(chosen) => void go({ search: chosen === 'exports' ? { view: 'exports' } : {}, replace: true })}
        />
      }
    >
      {view === 'exports' ? <ExportList /> : <ImportList />}
    </Page>
  );
}

function NewButton() {
  const t = useT();
  return (
    <Button component={Link} to="/imports/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('import.new')}
    </Button>
  );
}

function ImportList() {
  const t = useT();
  const go = useNavigate();
  const list = useImportList();
  const columns: Array<Column<ListedImport>> = [
    {
      id: 'file',
      header: t('import.file'),
      width: 'minmax(0, 1.6fr)',
      cell: ({ fileName, createdBy }) => (
        <TwoLines below={<bdi>{createdBy.name ?? t('import.somebody')}</bdi>}>
          <bdi>{fileName}</bdi>
        </TwoLines>
      ),
    },
    {
      id: 'state',
      header: t('import.state'),
      width: 'minmax(0, 1fr)',
      cell: (row) => (
        <TwoLines below={<DateText value={row.finishedAt ?? row.createdAt} show="relative" />}>
          <StateText state={row.state} />
        </TwoLines>
      ),
    },
    ...(['created', 'changed', 'refused'] as const).map((key): Column<ListedImport> => ({
      id: key,
      header: t(`import.count.${key}`),
      width: 'minmax(84px, 0.5fr)',
      numeric: true,
      secondary: true,
      cell: ({ counts, startedAt }) => (startedAt ? <NumberText value={counts[key]} /> : null),
    })),
  ];
  return (
    <>
      <ErrorNote error={list.error} retry={list.retry} />
      {list.waiting ? (
        <RowsSkeleton />
      ) : list.error ? null : (
        <DataTable
          label={t('import.list')}
          columns={columns}
          rows={list.rows}
          rowId={(row) => row.id}
          rowHeight={60}
          onOpen={(row) => void go({ to: '/imports/$importId', params: { importId: row.id } })}
          onEnd={list.more}
          empty={
            <EmptyState
              icon={IconFileImport}
              title={t('import.none')}
              hint={t('import.none-hint')}
              action={<NewButton />}
            />
          }
        />
      )}
    </>
  );
}

function ExportList() {
  const t = useT();
  const list = useExportList();
  const columns: Array<Column<ListedExport>> = [
    {
      id: 'what',
      header: t('export.what'),
      width: 'minmax(0, 1.4fr)',
      cell: ({ format }) => (
        <span>
          {t('export.customers')} <bdi dir="ltr">{format.toUpperCase()}</bdi>
        </span>
      ),
    },
    {
      id: 'who',
      header: t('export.who'),
      width: 'minmax(0, 1fr)',
      cell: ({ requestedBy }) => <bdi>{requestedBy.name ?? t('import.somebody')}</bdi>,
    },
    {
      id: 'when',
      header: t('export.when'),
      width: 'minmax(0, 1fr)',
      secondary: true,
      cell: ({ requestedAt }) => <DateText value={requestedAt} show="date-time" />,
    },
    {
      id: 'rows',
      header: t('export.rows'),
      width: 'minmax(90px, 0.6fr)',
      numeric: true,
      cell: ({ rowCount }) =>
        rowCount === null ? (
          <Text span c="dimmed">
            {t('export.not-fetched')}
          </Text>
        ) : (
          <NumberText value={rowCount} />
        ),
    },
  ];
  return (
    <>
      <ErrorNote error={list.error} retry={list.retry} />
      {list.waiting ? (
        <RowsSkeleton />
      ) : list.error ? null : (
        <DataTable
          label={t('import.view.exports')}
          columns={columns}
          rows={list.rows}
          rowId={(row) => row.id}
          onEnd={list.more}
          empty={<EmptyState icon={IconFileExport} title={t('export.none')} hint={t('export.none-hint')} />}
        />
      )}
    </>
  );
}

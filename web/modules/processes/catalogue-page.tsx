// The catalogue of processes: found by words, status and unit; each with its owner, its version and how many run.
import { Button, Chip, Select } from '@mantine/core';
import { IconPlus, IconSitemap } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { useMay } from '#web/lib/permissions.ts';
import { orpc } from '#web/lib/query.ts';
import { useUnits } from '#web/modules/organisation/index.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { SearchBox } from '#web/ui/search-box.tsx';
import { TreeSelect } from '#web/ui/tree-select.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { type CatalogueSearch, modelStatuses } from './choices.ts';
import { ModelRow } from './model-row.tsx';
import { NewProcessDialog } from './new-process-dialog.tsx';
import classes from './processes.module.css';
import { useProcessesLive } from './use-processes.ts';

const route = getRouteApi('/shell/processes');

export function CataloguePage() {
  const t = useT();
  const units = useUnits();
  const mayDraw = useMay('process.model');
  const { q, status, unit, only } = route.useSearch();
  const go = route.useNavigate();
  const [adding, setAdding] = useState(false);
  useProcessesLive();
  const list = usePaged(
    useInfiniteQuery(
      orpc.processes.listModels.infiniteOptions({
        input: (cursor: string | undefined) => ({
          q,
          status,
          unitId: unit,
          ...(only === 'mine' ? { owner: 'me' as const } : {}),
          ...(only === 'proposed' ? { proposed: 'yes' as const } : {}),
          cursor,
          limit: 40,
        }),
        ...byCursor,
        placeholderData: keepPreviousData,
      }),
    ),
  );
  const show = (change: Partial<CatalogueSearch>) =>
    void go({
      search: (before) =>
        Object.fromEntries(
          Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined),
        ) as CatalogueSearch,
    });
  const filtered = Boolean(q || status || unit || only);
  const chip = (value: NonNullable<CatalogueSearch['only']>) => (
    <Chip variant="outline" checked={only === value} onChange={(on) => show({ only: on ? value : undefined })}>
      {t(`process.only.${value}`)}
    </Chip>
  );
  return (
    <Page
      title={t('process.title')}
      purpose={t('process.purpose')}
      action={
        mayDraw ? (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('process.add')}
          </Button>
        ) : null
      }
      filters={
        <div className={classes['filters']}>
          <SearchBox
            label={t('process.search')}
            value={q ?? ''}
            onChange={(words) => show({ q: words || undefined })}
          />
          <Select
            aria-label={t('process.status')}
            placeholder={t('process.status.any')}
            clearable
            data={modelStatuses.map((value) => ({ value, label: t(`process.status.${value}`) }))}
            value={status ?? null}
            onChange={(value) => show({ status: modelStatuses.find((one) => one === value) })}
          />
          <TreeSelect
            aria-label={t('process.unit')}
            placeholder={t('process.unit')}
            clearable
            entries={units}
            value={unit ?? null}
            onChange={(id) => show({ unit: id ?? undefined })}
          />
          {chip('mine')}
          {chip('proposed')}
          <PageLink to="/processes/coverage">{t('process-coverage.title')}</PageLink>
        </div>
      }
    >
      <ErrorNote error={list.error} retry={list.retry} />
      {list.waiting ? <RowsSkeleton height={72} /> : null}
      {!list.waiting && !list.error && list.rows.length === 0 ? (
        <EmptyState
          icon={IconSitemap}
          title={t(filtered ? 'process.nothing-found' : 'process.empty')}
          hint={t(filtered ? 'process.nothing-found-hint' : mayDraw ? 'process.empty-hint' : 'process.empty-reader')}
          action={
            filtered ? (
              <Button variant="default" onClick={() => void go({ search: {} })}>
                {t('process.filters-clear')}
              </Button>
            ) : null
          }
        />
      ) : null}
      <ul className={classes['list']} aria-label={t('process.title')}>
        {list.rows.map((model) => (
          <li key={model.id}>
            <ModelRow model={model} />
          </li>
        ))}
      </ul>
      {list.hasMore ? (
        <Button variant="default" mt="sm" onClick={list.more}>
          {t('process.more')}
        </Button>
      ) : null}
      {adding ? <NewProcessDialog onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

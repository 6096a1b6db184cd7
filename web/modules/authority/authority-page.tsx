// The matrix of authority: positions by actions, of all units or of one; and the tester, which says who may decide something.
import { Button, SegmentedControl } from '@mantine/core';
import { IconDownload, IconPlus, IconTable } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useMay } from '#web/lib/permissions.ts';
import { orpc } from '#web/lib/query.ts';
import { useUnits } from '#web/modules/organisation/index.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { TreeSelect } from '#web/ui/tree-select.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { AuthorityTester } from './authority-tester.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { RuleDialog } from './rule-dialog.tsx';
import classes from './authority.module.css';
import { useActions, useAuthorityLive } from './use-authority.ts';
import { useMatrixCsv } from './use-matrix-csv.ts';
import { authorityViews } from './views.ts';

const route = getRouteApi('/shell/authority');

export function AuthorityPage() {
  const t = useT();
  const mayManage = useMay('authority.manage');
  const { view = 'matrix', unit } = route.useSearch();
  const go = route.useNavigate();
  const [adding, setAdding] = useState(false);
  const { actions } = useActions();
  useAuthorityLive();
  return (
    <Page
      title={t('authority.title')}
      purpose={t('authority.purpose')}
      action={
        mayManage && view === 'matrix' && actions.length > 0 ? (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('authority.add-rule')}
          </Button>
        ) : null
      }
      filters={
        <SegmentedControl
          aria-label={t('authority.view')}
          value={view}
          data={authorityViews.map((value) => ({ value, label: t(`authority.view.${value}`) }))}
          onChange={(chosen) =>
            void go({ search: (before) => ({ ...before, view: authorityViews.find((one) => one === chosen) }) })
          }
        />
      }
    >
      {view === 'matrix' ? (
        <Matrix
          unitId={unit}
          onUnit={(id) => void go({ search: (before) => ({ ...before, unit: id ?? undefined }), replace: true })}
        />
      ) : (
        <AuthorityTester />
      )}
      {adding ? <RuleDialog onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

function Matrix({ unitId, onUnit }: { unitId: string | undefined; onUnit: (id: string | null) => void }) {
  const t = useT();
  const mayManage = useMay('authority.manage');
  const units = useUnits();
  const { actions, query } = useActions();
  const save = useMatrixCsv();
  const rules = useQuery(orpc.authority.listRules.queryOptions({ input: unitId ? { unitId } : {} }));
  if (rules.isPending || query.isPending) return <RowsSkeleton rows={5} />;
  if (actions.length === 0)
    return (
      <EmptyState
        icon={IconTable}
        title={t('authority.no-actions')}
        hint={t('authority.no-actions-hint')}
        action={mayManage ? <PageLink to="/settings/authority">{t('authority.actions')}</PageLink> : null}
      />
    );
  return (
    <>
      <div className={classes['bar']}>
        <TreeSelect
          aria-label={t('authority.unit')}
          placeholder={t('authority.all-units')}
          entries={units}
          clearable
          value={unitId ?? null}
          onChange={onUnit}
        />
        {rules.data && rules.data.items.length > 0 ? (
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => save(rules.data.items, actions)}
          >
            {t('authority.export')}
          </Button>
        ) : null}
      </div>
      <ErrorNote error={rules.error ?? query.error} retry={() => void rules.refetch()} />
      {rules.data?.items.length === 0 ? (
        <EmptyState icon={IconTable} title={t('authority.no-rules')} hint={t('authority.no-rules-hint')} />
      ) : (
        <MatrixTable actions={actions} rules={rules.data?.items ?? []} />
      )}
    </>
  );
}

// Units and people of the organisation, drawn or as a list, with the chosen unit beside it.
import { Button, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconHierarchy3, IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useMay } from '#web/lib/permissions.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { ListAndDetail } from '#web/ui/list-and-detail.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { keptView, keepView, type View } from './kept-view.ts';
import { UnitDialog } from './unit-dialog.tsx';
import { UnitPanel } from './unit-panel.tsx';
import { findNode } from './unit-tree.ts';
import { UnitTreeView } from './unit-tree-view.tsx';
import { type Structure, useStructure } from './use-structure.ts';

const OrgChart = lazy(() => import('./org-chart.tsx').then((file) => ({ default: file.OrgChart })));
const route = getRouteApi('/shell/organisation');

export function StructurePage() {
  const t = useT();
  const text = useLocaleText();
  const mayManage = useMay('unit.manage');
  const { structure, error, retry } = useStructure();
  const [adding, setAdding] = useState(false);
  const { unit, view: wanted } = route.useSearch();
  const go = route.useNavigate();
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false }) ?? false;
  const view: View = wanted ?? keptView() ?? (narrow ? 'list' : 'chart');
  const open = findNode(structure?.roots ?? [], unit);
  const show = (id: string | undefined) => void go({ search: (before) => ({ ...before, unit: id }) });

  function look(chosen: string): void {
    keepView(chosen as View);
    void go({ search: (before) => ({ ...before, view: chosen as View }), replace: true });
  }

  return (
    <Page
      title={t('organisation.structure')}
      purpose={t('organisation.structure-purpose')}
      action={
        mayManage && structure && structure.units.length > 0 ? (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('organisation.add-unit')}
          </Button>
        ) : null
      }
      filters={
        <SegmentedControl
          aria-label={t('organisation.view')}
          value={view}
          onChange={look}
          data={[
            { value: 'chart', label: t('organisation.view.chart') },
            { value: 'list', label: t('organisation.view.list') },
          ]}
        />
      }
    >
      <ErrorNote error={error} retry={retry} />
      {structure ? (
        <ListAndDetail
          onClose={() => show(undefined)}
          detail={
            open
              ? {
                  id: open.unit.id,
                  title: <bdi>{text(open.unit.name)}</bdi>,
                  content: (
                    <UnitPanel key={open.unit.id} node={open} structure={structure} onRemoved={() => show(undefined)} />
                  ),
                }
              : null
          }
        >
          <Look
            structure={structure}
            view={view}
            unit={unit}
            onOpen={show}
            onAdd={mayManage ? () => setAdding(true) : null}
          />
        </ListAndDetail>
      ) : error ? null : (
        <RowsSkeleton />
      )}
      {adding ? <UnitDialog units={structure?.units ?? []} onClose={() => setAdding(false)} onDone={show} /> : null}
    </Page>
  );
}

type LookProps = {
  structure: Structure;
  view: View;
  unit: string | undefined;
  onOpen: (id: string) => void;
  onAdd: (() => void) | null;
};

function Look({ structure, view, unit, onOpen, onAdd }: LookProps) {
  const t = useT();
  if (structure.units.length === 0)
    return (
      <EmptyState
        icon={IconHierarchy3}
        title={t('organisation.no-units')}
        hint={t('organisation.no-units-hint')}
        action={onAdd ? <Button onClick={onAdd}>{t('organisation.add-unit')}</Button> : null}
      />
    );
  if (view === 'list') return <UnitTreeView roots={structure.roots} openId={unit} onOpen={onOpen} />;
  return (
    <Suspense fallback={<RowsSkeleton />}>
      <OrgChart roots={structure.roots} openId={unit} onOpen={onOpen} />
    </Suspense>
  );
}

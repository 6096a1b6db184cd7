// Service policies: the list in the order in which they are tried; beside it the open one, the form, or the tester.
import { Button, Group } from '@mantine/core';
import { IconFlask, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useMay } from '#web/lib/permissions.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { type Detail, ListAndDetail } from '#web/ui/list-and-detail.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { NewPolicy } from './new-policy.tsx';
import { PolicyList } from './policy-list.tsx';
import { PolicyPane } from './policy-pane.tsx';
import { PolicyTester } from './policy-tester.tsx';
import { regimesQuery, usePolicies } from './use-policies.ts';
import type { PolicyView } from './policy-views.ts';

const route = getRouteApi('/shell/settings/service-policies');

export function PoliciesPage() {
  const t = useT();
  const text = useLocaleText();
  const mayManage = useMay('service-policy.manage');
  const query = usePolicies();
  const { policy: wanted, view = 'read', regime: regimeId } = route.useSearch();
  const regime = useQuery({ ...regimesQuery, enabled: regimeId !== undefined });
  const go = route.useNavigate();
  const show = (policy?: string, next?: PolicyView) =>
    void go({ search: { ...(policy ? { policy } : {}), ...(next && next !== 'read' ? { view: next } : {}) } });
  const open = query.data?.items.find(({ id }) => id === wanted);
  const isNew = wanted === 'new' && mayManage;
  const edits = mayManage && view === 'edit';

  function detail(): Detail | null {
    if (!wanted || !query.data || (regimeId && regime.isPending)) return null;
    if (isNew)
      return {
        id: 'new',
        title: t('service-policy.add'),
        content: (
          <NewPolicy regime={regime.data?.items.find(({ id }) => id === regimeId) ?? null} onMade={(id) => show(id)} />
        ),
      };
    if (wanted === 'test') return { id: 'test', title: t('service-policy.test'), content: <PolicyTester /> };
    if (!open)
      return {
        id: wanted,
        title: t('service-policy.title'),
        content: <EmptyState title={t('problem.service-policy.not-found')} />,
      };
    return {
      id: open.id,
      title: <bdi>{text(open.name)}</bdi>,
      content: (
        <PolicyPane
          key={open.id}
          policy={open}
          view={view === 'edit' && !edits ? 'read' : view}
          mayManage={mayManage}
          onView={(next) => show(open.id, next)}
          onRetired={() => show()}
        />
      ),
    };
  }

  return (
    <Page
      title={t('service-policy.title')}
      purpose={t('service-policy.purpose')}
      action={
        isNew || (open && edits) ? null : (
          <Group gap="xs">
            <Button variant="default" leftSection={<IconFlask size={16} aria-hidden />} onClick={() => show('test')}>
              {t('service-policy.test')}
            </Button>
            {mayManage ? (
              <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => show('new')}>
                {t('service-policy.add')}
              </Button>
            ) : null}
          </Group>
        )
      }
    >
      <ErrorNote error={query.error} retry={() => void query.refetch()} />
      {query.isPending ? <RowsSkeleton rows={3} /> : null}
      {query.data ? (
        <ListAndDetail detail={detail()} onClose={() => show()} room={isNew || (open && edits) ? 'all' : 'most'}>
          {query.data.items.length === 0 ? (
            <EmptyState title={t('service-policy.none')} hint={t('service-policy.none-hint')} />
          ) : (
            <PolicyList
              policies={query.data.items}
              openId={wanted ?? null}
              mayManage={mayManage}
              brief={wanted !== undefined}
              onOpen={(id) => show(id)}
            />
          )}
        </ListAndDetail>
      ) : null}
    </Page>
  );
}

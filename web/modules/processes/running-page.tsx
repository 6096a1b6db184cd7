// Where the instances of a process stand: counts on the diagram and in words, the instances beside them, and how one that is stuck goes on.
import { Button, Group, Select } from '@mantine/core';
import { IconActivity } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { orpc } from '#web/lib/query.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { type Detail, ListAndDetail } from '#web/ui/list-and-detail.tsx';
import { Page } from '#web/ui/page.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { InstanceList } from './instance-list.tsx';
import { InstancePane } from './instance-pane.tsx';
import { LiveDiagram } from './live-diagram.tsx';
import { MoveLink } from './move-link.tsx';
import { modelQuery, useProcessesLive } from './use-processes.ts';

const route = getRouteApi('/shell/processes/$modelId/running');

export function RunningPage() {
  const t = useT();
  const text = useLocaleText();
  const { modelId } = route.useParams();
  const { version: asked, element, status = 'running', instance } = route.useSearch();
  const go = route.useNavigate();
  useProcessesLive();
  const model = useQuery(modelQuery(modelId));
  const newest = model.data?.version ?? null;
  const version = asked === undefined ? newest : Number(asked);
  const versions = useQuery({
    ...orpc.processes.listVersions.queryOptions({ input: { id: modelId, limit: 100 } }),
    enabled: newest !== null,
  });
  const show = (change: {
    version?: string;
    element?: string | undefined;
    status?: typeof status;
    instance?: string | undefined;
  }) =>
    void go({
      search: (before) =>
        Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined)),
    });
  const detail: Detail | null = instance
    ? { id: instance, title: t('instance.one'), content: <InstancePane key={instance} id={instance} /> }
    : null;
  const name = model.data ? text(model.data.name) : t('process.title');
  return (
    <Page
      title={t('process.running-of', { name })}
      purpose={t('process.running-purpose')}
      action={
        <PageLink to="/processes/$modelId" params={{ modelId }}>
          {t('process.back')}
        </PageLink>
      }
    >
      <ErrorNote error={model.error} retry={() => void model.refetch()} />
      {model.isPending ? <TextSkeleton lines={10} /> : null}
      {model.data && (newest === null || version === null) ? (
        <EmptyState icon={IconActivity} title={t('process.never-published')} hint={t('process.publish-first')} />
      ) : null}
      {model.data && version !== null ? (
        <>
          {(versions.data?.items.length ?? 0) > 1 ? (
            <Group mb="sm" align="flex-end">
              <Select
                label={t('process.version')}
                allowDeselect={false}
                w={220}
                data={(versions.data?.items ?? []).map(({ number, running }) => ({
                  value: String(number),
                  label: `${t('process.version-number', { number })} · ${t('process.running-now', { count: running })}`,
                }))}
                value={String(version)}
                onChange={(number) =>
                  show({ version: number ?? String(newest), element: undefined, instance: undefined })
                }
              />
              <MoveLink modelId={modelId} from={version} />
            </Group>
          ) : null}
          <LiveDiagram
            model={model.data}
            version={version}
            chosen={element ?? null}
            onChoose={(id) => show({ element: id === element ? undefined : id, instance: undefined })}
          />
          <ListAndDetail detail={detail} onClose={() => show({ instance: undefined })} room="most">
            <InstanceList
              modelId={modelId}
              version={version}
              elementId={element}
              status={status}
              openId={instance ?? null}
              onStatus={(next) => show({ status: next, instance: undefined })}
              onOpen={(id) => show({ instance: id })}
            />
            {element ? (
              <Button variant="subtle" size="compact-sm" onClick={() => show({ element: undefined })}>
                {t('instance.everywhere')}
              </Button>
            ) : null}
          </ListAndDetail>
        </>
      ) : null}
    </Page>
  );
}

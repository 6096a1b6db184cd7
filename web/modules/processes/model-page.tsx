// A process: what it is for and whose, its versions, and what changed between two of them.
import { Button, Group } from '@mantine/core';
import { IconActivity, IconPencil, IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useMay } from '#web/lib/permissions.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import { AboutView } from './about-view.tsx';
import { modelViews } from './choices.ts';
import { ModelStatusMark } from './model-status.tsx';
import { ProposalNote } from './proposal-note.tsx';
import { StartDialog } from './start-dialog.tsx';
import { ThreadsPanel } from './threads/threads-panel.tsx';
import { modelQuery, useProcessesLive } from './use-processes.ts';

// Both draw: the tool for it is not needed to read what a process is.
const ChangesView = lazy(async () => ({ default: (await import('./changes-view.tsx')).ChangesView }));
const VersionsView = lazy(async () => ({ default: (await import('./versions-view.tsx')).VersionsView }));

const route = getRouteApi('/shell/processes/$modelId');

export function ModelPage() {
  const t = useT();
  const text = useLocaleText();
  const to = useNavigate();
  const { modelId } = route.useParams();
  const { view = 'about', version, against } = route.useSearch();
  const go = route.useNavigate();
  const mayDraw = useMay('process.model');
  const mayStart = useMay('process.start');
  const [starting, setStarting] = useState(false);
  useProcessesLive();
  const model = useQuery(modelQuery(modelId));
  const shown = model.data;
  return (
    <Page
      title={shown ? text(shown.name) : t('process.title')}
      {...(shown?.promise ? { purpose: text(shown.promise) } : {})}
      action={
        shown ? (
          <Group gap="xs">
            {shown.version !== null ? (
              <Button
                variant="default"
                leftSection={<IconActivity size={16} aria-hidden />}
                onClick={() => void to({ to: '/processes/$modelId/running', params: { modelId } })}
              >
                {t('process.running')}
              </Button>
            ) : null}
            {mayStart && shown.status === 'in-force' ? (
              <Button
                variant="default"
                leftSection={<IconPlayerPlay size={16} data-flips aria-hidden />}
                onClick={() => setStarting(true)}
              >
                {t('process.start')}
              </Button>
            ) : null}
            {mayDraw && shown.status !== 'retired' ? (
              <Button
                leftSection={<IconPencil size={16} aria-hidden />}
                onClick={() => void to({ to: '/processes/$modelId/draft', params: { modelId } })}
              >
                {t('process.draw')}
              </Button>
            ) : null}
          </Group>
        ) : null
      }
      filters={
        shown ? (
          <Group justify="space-between" w="100%">
            <WordFilter
              label={t('process.view')}
              value={view}
              choices={modelViews
                .filter((one) => one === 'about' || one === 'comments' || shown.version !== null)
                .map((value) => ({ value, label: t(`process.view.${value}`) }))}
              onChange={(next) => void go({ search: next === 'about' ? {} : { view: next } })}
            />
            <Group gap="md">
              <ModelStatusMark model={shown} />
              <PageLink to="/processes">{t('process.all')}</PageLink>
            </Group>
          </Group>
        ) : null
      }
    >
      <ErrorNote error={model.error} retry={() => void model.refetch()} />
      {model.isPending ? <TextSkeleton lines={8} /> : null}
      {shown ? (
        <Suspense fallback={<TextSkeleton lines={8} />}>
          <ProposalNote model={shown} />
          {view === 'about' ? <AboutView model={shown} /> : null}
          {view === 'versions' ? (
            <VersionsView
              model={shown}
              chosen={version === undefined ? null : Number(version)}
              onChoose={(number) => void go({ search: { view: 'versions', version: String(number) } })}
              onCompare={(number) => void go({ search: { view: 'changes', version: String(number) } })}
            />
          ) : null}
          {view === 'changes' && shown.version !== null ? (
            <ChangesView
              model={shown}
              to={Number(version ?? shown.version)}
              from={against === undefined ? null : Number(against)}
              onChoose={(next, before) =>
                void go({ search: { view: 'changes', version: String(next), against: String(before) } })
              }
            />
          ) : null}
          {view === 'comments' ? <ThreadsPanel modelId={modelId} version={null} chosen={null} /> : null}
          {starting ? <StartDialog model={shown} onClose={() => setStarting(false)} /> : null}
        </Suspense>
      ) : null}
    </Page>
  );
}

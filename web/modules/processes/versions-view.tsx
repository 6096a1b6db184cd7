// The versions of a process: when each came into force, by whom and why, and its diagram.
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconFileTypeXml, IconGitCompare } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { useMay } from '#web/lib/permissions.ts';
import { orpc } from '#web/lib/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Fact, Facts } from '#web/ui/facts.tsx';
import { OpenRow } from '#web/ui/open-row.tsx';
import { UserText } from '#web/ui/user-text.tsx';
import { RowsSkeleton, TextSkeleton } from '#web/ui/waiting.tsx';
import { MoveLink } from './move-link.tsx';
import classes from './processes.module.css';
import { CommentedDiagram } from './threads/commented-diagram.tsx';
import { draftQuery, type Model, refreshProcesses, type VersionBrief, versionQuery } from './use-processes.ts';

export type VersionsViewProps = {
  model: Model;
  chosen: number | null;
  onChoose: (number: number) => void;
  onCompare: (number: number) => void;
};

export function VersionsView({ model, chosen, onChoose, onCompare }: VersionsViewProps) {
  const t = useT();
  const list = usePaged(
    useInfiniteQuery(
      orpc.processes.listVersions.infiniteOptions({
        input: (cursor: string | undefined) => ({ id: model.id, cursor, limit: 40 }),
        ...byCursor,
      }),
    ),
  );
  const shown = list.rows.find(({ number }) => number === (chosen ?? model.version));
  return (
    <div className={classes['versions']}>
      <div>
        <ErrorNote error={list.error} retry={list.retry} />
        {list.waiting ? <RowsSkeleton rows={3} /> : null}
        <ul className={classes['list']} aria-label={t('process.view.versions')}>
          {list.rows.map((version) => (
            <li key={version.number}>
              <OpenRow open={version === shown} onOpen={() => onChoose(version.number)}>
                <span className={classes['name']}>{t('process.version-number', { number: version.number })}</span>
                <span className={classes['quiet']}>
                  <DateText value={version.publishedAt} />
                  {version.running > 0 ? ` · ${t('process.running-now', { count: version.running })}` : ''}
                </span>
              </OpenRow>
            </li>
          ))}
        </ul>
        {list.hasMore ? (
          <Button variant="default" mt="sm" onClick={list.more}>
            {t('process.more')}
          </Button>
        ) : null}
      </div>
      <div>{shown ? <OneVersion key={shown.number} model={model} version={shown} onCompare={onCompare} /> : null}</div>
    </div>
  );
}

function OneVersion({
  model,
  version,
  onCompare,
}: {
  model: Model;
  version: VersionBrief;
  onCompare: (number: number) => void;
}) {
  const t = useT();
  const text = useLocaleText();
  const mayDraw = useMay('process.model');
  const query = useQuery(versionQuery(model.id, version.number));
  return (
    <Stack gap="lg">
      <Facts>
        <Fact term={t('process.published-on')}>
          <DateText value={version.publishedAt} show="date-time" /> · <bdi>{version.publishedBy?.name ?? ''}</bdi>
        </Fact>
        {version.proposedBy ? (
          <Fact term={t('process.proposed-by-whom')}>
            <bdi>{version.proposedBy.name}</bdi>
          </Fact>
        ) : null}
      </Facts>
      {version.note ? (
        <section aria-label={t('process.why')}>
          <Text fw={600}>{t('process.why')}</Text>
          <UserText>{version.note}</UserText>
        </section>
      ) : null}
      <Group gap="xs">
        {version.number > 1 ? (
          <Button
            variant="default"
            leftSection={<IconGitCompare size={16} aria-hidden />}
            onClick={() => onCompare(version.number)}
          >
            {t('process.what-changed')}
          </Button>
        ) : null}
        <Button
          variant="default"
          component="a"
          href={`/api/process-models/${model.id}/versions/${version.number}/diagram`}
          download
          leftSection={<IconFileTypeXml size={16} aria-hidden />}
        >
          {t('process.original-file')}
        </Button>
        {version.running > 0 && (model.version ?? 0) > 1 ? <MoveLink modelId={model.id} from={version.number} /> : null}
        {mayDraw && model.status !== 'retired' && !model.proposed ? (
          <BeginAnew model={model} number={version.number} />
        ) : null}
      </Group>
      <ErrorNote error={query.error} retry={() => void query.refetch()} />
      {query.isPending ? <TextSkeleton lines={8} /> : null}
      {query.data ? (
        <CommentedDiagram
          modelId={model.id}
          version={version.number}
          xml={query.data.xml}
          label={t('process.diagram-of', { name: text(model.name), number: version.number })}
          fileName={`${model.key}-${version.number}`}
        />
      ) : null}
    </Stack>
  );
}

/** The draft becomes this version again. */
function BeginAnew({ model, number }: { model: Model; number: number }) {
  const t = useT();
  const go = useNavigate();
  const [asking, setAsking] = useState(false);
  const draft = useQuery({ ...draftQuery(model.id), enabled: asking });
  const resetting = useMutation({
    mutationFn: () => api.processes.resetDraft({ id: model.id, number, revision: draft.data?.revision ?? 0 }),
    onSuccess: async () => {
      await refreshProcesses();
      await go({ to: '/processes/$modelId/draft', params: { modelId: model.id } });
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('process.begin-anew')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => resetting.mutate()}
        title={t('process.begin-anew')}
        confirmLabel={t('process.begin-anew')}
        danger={model.draftDiffers}
        busy={resetting.isPending || draft.isPending}
        error={draft.error ?? resetting.error}
      >
        {t('process.begin-anew-means', { number })}
      </ConfirmDialog>
    </>
  );
}

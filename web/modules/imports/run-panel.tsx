// An import that was started: how far it is, how it can be stopped and go on, and what came of it.
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconPlayerPause, IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Fact, Facts } from '#web/ui/facts.tsx';
import { ImportCounts } from './import-counts.tsx';
import { problemOf } from './failure.ts';
import { FaultList } from './fault-list.tsx';
import { ProgressLine } from './progress-line.tsx';
import { RefusedFile } from './refused-file.tsx';
import { type ImportKindView, type ImportView, keepImport } from './use-imports.ts';

export function RunPanel({ made, kind }: { made: ImportView; kind: ImportKindView }) {
  const t = useT();
  const act = useMutation({
    mutationFn: (verb: 'cancel' | 'resume') => api.imports[verb]({ id: made.id }),
    onSuccess: keepImport,
  });
  const { state, counts } = made;
  return (
    <Stack gap="lg">
      <ErrorNote error={act.error} />
      {state === 'failed' && made.failure ? (
        <ErrorNote error={problemOf(made.failure)} kept={t('import.failed-kept')} />
      ) : null}
      {state === 'finished' ? (
        <Alert role="status" variant="light" icon={<IconCircleCheck aria-hidden />} title={t('import.finished')}>
          {t(counts.refused > 0 ? 'import.finished-refused' : 'import.finished-all')}
        </Alert>
      ) : null}
      {state === 'cancelled' ? (
        <Alert
          role="status"
          variant="light"
          color="gray"
          icon={<IconPlayerPause aria-hidden />}
          title={t('import.stopped')}
        >
          {t('import.stopped-means')}
        </Alert>
      ) : null}
      {state === 'running' ? <Text>{t('import.runs')}</Text> : null}
      {state === 'finished' ? null : <ProgressLine made={made} />}
      <ImportCounts counts={counts} trial={false} />
      <Group>
        {state === 'running' ? (
          <Button variant="default" onClick={() => act.mutate('cancel')} loading={act.isPending}>
            {t('import.stop')}
          </Button>
        ) : null}
        {(state === 'cancelled' || state === 'failed') && made.keptUntil !== null ? (
          <Button onClick={() => act.mutate('resume')} loading={act.isPending}>
            {t('import.resume')}
          </Button>
        ) : null}
        <RefusedFile made={made} refused={counts.refused} />
        {state === 'finished' ? (
          <Button component={Link} to="/imports/new" variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
            {t('import.another')}
          </Button>
        ) : null}
      </Group>
      <Facts>
        <Fact term={t('import.started-at')}>
          <DateText value={made.startedAt ?? made.createdAt} show="date-time" />
        </Fact>
        {made.finishedAt ? (
          <Fact term={t('import.ended-at')}>
            <DateText value={made.finishedAt} show="date-time" />
          </Fact>
        ) : null}
        <Fact term={t('import.by')}>
          <bdi>{made.createdBy.name ?? t('import.somebody')}</bdi>
        </Fact>
        <Fact term={t('import.kept-until')}>
          {made.keptUntil ? <DateText value={made.keptUntil} /> : t('import.removed')}
        </Fact>
      </Facts>
      <FaultList rows={made.firstFaults} kind={kind} />
    </Stack>
  );
}

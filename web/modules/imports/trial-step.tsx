// The trial run: how it goes, what it found, and the button that runs the import for good.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { ImportCounts } from './import-counts.tsx';
import { problemOf } from './failure.ts';
import { FaultList } from './fault-list.tsx';
import { ProgressLine } from './progress-line.tsx';
import { RefusedFile } from './refused-file.tsx';
import { type ImportKindView, type ImportView, keepImport } from './use-imports.ts';

export function TrialStep({ made, kind }: { made: ImportView; kind: ImportKindView }) {
  const t = useT();
  const act = useMutation({
    mutationFn: (verb: 'check' | 'start' | 'cancel') => api.imports[verb]({ id: made.id }),
    onSuccess: keepImport,
  });
  const { check, state } = made;
  return (
    <Stack gap="lg">
      <ErrorNote error={act.error ?? (made.failure ? problemOf(made.failure) : null)} />
      {state === 'checking' ? (
        <>
          <Text>{t('import.trial-runs')}</Text>
          <ProgressLine made={made} />
          <ImportCounts counts={made.counts} trial />
          <Group>
            <Button variant="default" onClick={() => act.mutate('cancel')} loading={act.isPending}>
              {t('import.stop-trial')}
            </Button>
          </Group>
        </>
      ) : check ? (
        <>
          <Text>{t('import.trial-means')}</Text>
          <ImportCounts counts={check} trial />
          <Group>
            <Button
              onClick={() => act.mutate('start')}
              loading={act.isPending}
              disabled={check.created + check.changed === 0}
            >
              {t('import.start')}
            </Button>
            <RefusedFile made={made} refused={check.refused} />
          </Group>
          {check.created + check.changed === 0 ? <Text c="dimmed">{t('import.nothing-to-do')}</Text> : null}
          <FaultList rows={made.firstFaults} kind={kind} />
        </>
      ) : (
        <Group>
          <Button onClick={() => act.mutate('check')} loading={act.isPending}>
            {t('import.run-trial')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

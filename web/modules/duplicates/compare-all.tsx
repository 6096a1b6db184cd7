// Starts the comparison of all customers, and shows how far it is.
import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconZoomScan } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { refreshDuplicates, useLastRun } from './use-duplicates.ts';

export function CompareAll() {
  const t = useT();
  const format = useFormat();
  const run = useLastRun().data?.run ?? null;
  const act = useMutation({ mutationFn: (work: () => Promise<unknown>) => work(), onSettled: refreshDuplicates });
  if (run?.state === 'running')
    return (
      <Stack gap={4} miw={220}>
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{t(`duplicate.run.${run.phase}`)}</Text>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => act.mutate(() => api.duplicates.stopRun({ id: run.id }))}
          >
            {t('duplicate.run-stop')}
          </Button>
        </Group>
        <Progress
          value={run.customers === 0 ? 0 : (100 * run.done) / run.customers}
          aria-label={t(`duplicate.run.${run.phase}`)}
        />
        <Text size="sm" c="dimmed">
          {t('duplicate.run-progress', { done: format.number(run.done), customers: format.number(run.customers) })}
        </Text>
      </Stack>
    );
  return (
    <Stack gap={4} align="flex-end">
      <Button
        variant="default"
        loading={act.isPending}
        leftSection={<IconZoomScan size={16} aria-hidden />}
        onClick={() => act.mutate(() => api.duplicates.startRun({}))}
      >
        {t('duplicate.run')}
      </Button>
      {run?.finishedAt && run.state === 'done' ? (
        <Text size="sm" c="dimmed">
          {t('duplicate.run-finished', { when: format.relative(run.finishedAt) })}
        </Text>
      ) : null}
      <ErrorNote error={act.error} />
    </Stack>
  );
}

// What the reader may do with a task now: take it, finish it, give it back or on.
import { Button, Group } from '@mantine/core';
import { IconCheck, IconHandGrab, IconUserShare } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { CompleteDialog } from './complete-dialog.tsx';
import { refreshTasks, showTask, type Task } from './use-tasks.ts';

export function TaskActs({ task }: { task: Task }) {
  const t = useT();
  const [asked, setAsked] = useState<'complete' | 'delegate' | 'assign' | null>(null);
  const claiming = useMutation({
    mutationFn: () => api.tasks.claim({ id: task.id }),
    onSuccess: showTask,
    // Somebody was first: the page shows who.
    onError: () => void refreshTasks(),
  });
  const releasing = useMutation({ mutationFn: () => api.tasks.release({ id: task.id }), onSuccess: showTask });
  const { may } = task;
  if (!may.claim && !may.complete && !may.release && !may.delegate && !may.assign) return null;
  return (
    <div>
      <ErrorNote error={claiming.error ?? releasing.error} />
      <Group gap="xs">
        {may.complete ? (
          <Button leftSection={<IconCheck size={16} aria-hidden />} onClick={() => setAsked('complete')}>
            {t('task.complete')}
          </Button>
        ) : null}
        {may.claim ? (
          <Button
            leftSection={<IconHandGrab size={16} aria-hidden />}
            loading={claiming.isPending}
            onClick={() => claiming.mutate()}
          >
            {t('task.claim')}
          </Button>
        ) : null}
        {may.delegate ? (
          <Button
            variant="default"
            leftSection={<IconUserShare size={16} aria-hidden />}
            onClick={() => setAsked('delegate')}
          >
            {t('task.delegate')}
          </Button>
        ) : null}
        {may.assign ? (
          <Button variant="default" onClick={() => setAsked('assign')}>
            {t('task.assign')}
          </Button>
        ) : null}
        {may.release ? (
          <Button variant="subtle" loading={releasing.isPending} onClick={() => releasing.mutate()}>
            {t('task.release')}
          </Button>
        ) : null}
      </Group>
      {asked === 'complete' ? <CompleteDialog task={task} onClose={() => setAsked(null)} /> : null}
      {asked === 'delegate' || asked === 'assign' ? (
        <AssignDialog task={task} act={asked} onClose={() => setAsked(null)} />
      ) : null}
    </div>
  );
}

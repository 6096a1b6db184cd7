// Finishes a task: by its form, or with the values that the next steps of the process read.
import { Text } from '@mantine/core';
import { z } from 'zod';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { CompleteByForm } from './complete-by-form.tsx';
import { OverrideReason, OverrideReasonWords } from './override-reason.tsx';
import { showTask, type Task } from './use-tasks.ts';
import { changedIn, rowsOf, ValueRows, ValuesAsRows } from './value-rows.tsx';

const Result = z.object({ overrideReason: OverrideReasonWords, values: ValuesAsRows });

export function CompleteDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const t = useT();
  return (
    <Dialog opened onClose={onClose} title={t('task.complete')} size="lg">
      {task.form ? (
        <CompleteByForm task={task} form={task.form} onDone={onClose} />
      ) : (
        <CompleteByValues task={task} onDone={onClose} />
      )}
    </Dialog>
  );
}

function CompleteByValues({ task, onDone }: { task: Task; onDone: () => void }) {
  const t = useT();
  const form = useZodForm(Result, {
    overrideReason: '',
    values: rowsOf(task.variables),
  });
  return (
    <Form
      form={form}
      onSubmit={async ({ values, overrideReason }) => {
        const variables = changedIn(values, task.variables);
        showTask(await api.tasks.complete({ id: task.id, variables, overrideReason: overrideReason || null }));
        onDone();
      }}
    >
      <Text>{t('task.complete-means')}</Text>
      <ValueRows />
      <OverrideReason task={task} />
      <SubmitButton>{t('task.complete')}</SubmitButton>
    </Form>
  );
}

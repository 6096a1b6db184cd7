// Finishes a task: by its form, or with the values that the next steps of the process read.
import { ActionIcon, Button, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useFieldArray } from 'react-hook-form';
import { z } from 'zod';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { CodeField, TextField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { CompleteByForm } from './complete-by-form.tsx';
import { OverrideReason, OverrideReasonWords } from './override-reason.tsx';
import classes from './processes.module.css';
import { showTask, type Task } from './use-tasks.ts';
import { readValue, writeValue } from './variable-value.ts';

/** What is longer, or more, stays as it is: it is nothing that a person would type. */
const mostSigns = 2000;
const mostValues = 50;

const Result = z.object({
  overrideReason: OverrideReasonWords,
  values: z
    .array(z.object({ name: z.string().trim().min(1).max(100), value: z.string().max(mostSigns) }))
    .max(2 * mostValues),
});

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
    values: Object.entries(task.variables)
      .map(([name, value]) => ({ name, value: writeValue(value) }))
      .filter(({ value }) => value.length <= mostSigns)
      .slice(0, mostValues),
  });
  const rows = useFieldArray({ control: form.control, name: 'values' });
  return (
    <Form
      form={form}
      onSubmit={async ({ values, overrideReason }) => {
        const changed = values.filter(
          ({ name, value }) => !(name in task.variables) || writeValue(task.variables[name]) !== value,
        );
        const variables = Object.fromEntries(changed.map(({ name, value }) => [name, readValue(value)]));
        showTask(await api.tasks.complete({ id: task.id, variables, overrideReason: overrideReason || null }));
        onDone();
      }}
    >
      <Text>{t('task.complete-means')}</Text>
      {rows.fields.length > 0 ? (
        <ul className={classes['steps']}>
          {rows.fields.map(({ id }, index) => (
            <li key={id}>
              <CodeField name={`values.${index}.name`} label={t('task.value-name')} maxLength={100} />
              <TextField name={`values.${index}.value`} label={t('task.value')} maxLength={mostSigns} />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('task.value-remove')}
                onClick={() => rows.remove(index)}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      ) : null}
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => rows.append({ name: '', value: '' })}
        >
          {t('task.value-add')}
        </Button>
      </div>
      <OverrideReason task={task} />
      <SubmitButton>{t('task.complete')}</SubmitButton>
    </Form>
  );
}

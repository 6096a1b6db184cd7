// Gives a task to somebody: a colleague of the unit by whoever has it, anybody of the unit by its head.
import { z } from 'zod';
import { Id } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { PersonPicker } from '#web/modules/organisation/index.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { ProseField } from '#web/ui/form/text-field.tsx';
import { useField } from '#web/ui/form/use-field.ts';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { showTask, type Task } from './use-tasks.ts';

const Given = z.object({ personId: Id, note: z.string().trim().max(2000) });

export type AssignDialogProps = { task: Task; act: 'delegate' | 'assign'; onClose: () => void };

export function AssignDialog({ task, act, onClose }: AssignDialogProps) {
  const t = useT();
  const title = t(`task.${act}`);
  const form = useZodForm(Given, { note: '' });
  return (
    <Dialog opened onClose={onClose} title={title}>
      <Form
        form={form}
        onSubmit={async ({ personId, note }) => {
          showTask(
            act === 'delegate'
              ? await api.tasks.delegate({ id: task.id, personId, note: note || null })
              : await api.tasks.assign({ id: task.id, personId }),
          );
          onClose();
        }}
      >
        <ColleagueField task={task} />
        {act === 'delegate' ? (
          <ProseField name="note" label={t('task.delegate-note')} hint={t('task.delegate-note-hint')} rows={2} />
        ) : null}
        <SubmitButton>{title}</SubmitButton>
      </Form>
    </Dialog>
  );
}

function ColleagueField({ task: { unit, position } }: { task: Task }) {
  const t = useT();
  const field = useField<string | null>({ name: 'personId', label: t('task.to-whom') });
  return (
    <PersonPicker
      label={t('task.to-whom')}
      hint={position === null ? t('task.to-whom-hint') : t('task.to-whom-position', { position })}
      unitId={unit.id}
      value={field.value ?? null}
      onChange={field.change}
      error={field.error}
    />
  );
}

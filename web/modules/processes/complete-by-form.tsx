// Fills in the form of a task and completes it: begun with what the process knows, kept on the device until it was sent, checked as the server does.
import { Skeleton, Text } from '@mantine/core';
import { Suspense } from 'react';
import { z } from 'zod';
import { api } from '#web/lib/api.ts';
import { useDraft } from '#web/lib/drafts.ts';
import { useT } from '#web/lib/i18n.ts';
import { useSession } from '#web/lib/session.ts';
import { answerFaults, answersToSend, FormFields, initialAnswers } from '#web/modules/forms/index.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { useFormDraft } from '#web/ui/form/use-form-draft.ts';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { OverrideReason, OverrideReasonWords } from './override-reason.tsx';
import { showTask, type Task } from './use-tasks.ts';

const Filled = z.object({ overrideReason: OverrideReasonWords, answers: z.record(z.string(), z.unknown()) });

type CompleteByFormProps = { task: Task; form: NonNullable<Task['form']>; onDone: () => void };

export function CompleteByForm({ task, form: { version, answers, hidden, files }, onDone }: CompleteByFormProps) {
  const t = useT();
  const { organisation } = useSession();
  const { definition } = version;
  const draft = useDraft<z.input<typeof Filled>>(`task.form.${task.id}`, {
    overrideReason: '',
    answers: { ...initialAnswers(definition), ...answers },
  });
  const form = useZodForm(Filled, draft.value, (values) => {
    const faults = answerFaults(definition, values.answers, { country: organisation.country, under: 'answers' });
    // What the reader may not see is there all the same.
    return faults.filter(({ field }) => !hidden.some((key) => field === `answers.${key}`));
  });
  useFormDraft(form, draft);
  return (
    <Form
      form={form}
      kept={t('task.form-kept')}
      onSubmit={async (values) => {
        const done = await api.tasks.complete({
          id: task.id,
          answers: answersToSend(values.answers),
          overrideReason: values.overrideReason || null,
        });
        draft.clear();
        showTask(done);
        onDone();
      }}
    >
      <Text c="dimmed" size="sm">
        {t(draft.restored ? 'task.form-restored' : 'task.form-means')}
      </Text>
      <Suspense fallback={<Skeleton height={240} />}>
        <FormFields definition={definition} name="answers" files={files} />
      </Suspense>
      <OverrideReason task={task} />
      <SubmitButton>{t('task.complete')}</SubmitButton>
    </Form>
  );
}

// The form of a task: what it asks while the task is open, what was answered once it is completed, by the version that asked.
import { Text, Title } from '@mantine/core';
import { Suspense } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { AnswersView, FormOutline } from '#web/modules/forms/index.ts';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import classes from './processes.module.css';
import { filesOf, type Task } from './use-tasks.ts';

export function TaskFormPart({ task }: { task: Task }) {
  const t = useT();
  const text = useLocaleText();
  const { form, formKey } = task;
  if (!form) return formKey === null ? null : <Text c="dimmed">{t('task.form-not-there', { key: formKey })}</Text>;
  const { version, answers, hidden, files } = form;
  return (
    <section aria-labelledby="task-form-title">
      <Title order={3} size="h4" id="task-form-title">
        {t(task.endedAt ? 'task.form-answers' : 'task.form-asks')}
      </Title>
      <p className={classes['quiet']}>
        <bdi>{text(version.formName)}</bdi> · {t('task.form-version', { number: version.number })}
      </p>
      <Suspense fallback={<TextSkeleton lines={3} />}>
        {task.endedAt ? (
          <AnswersView
            definition={version.definition}
            answers={answers}
            hidden={hidden}
            files={files}
            filesAt={filesOf(task)}
          />
        ) : (
          <FormOutline definition={version.definition} />
        )}
      </Suspense>
    </section>
  );
}

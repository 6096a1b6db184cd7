// What people said about the tasks of an instance, the oldest first, and a place to say something.
import { Text, Title } from '@mantine/core';
import { z } from 'zod';
import { Prose } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { AttachmentList } from '#web/ui/attachment-list.tsx';
import { DateText } from '#web/ui/date-text.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { ProseField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { UserText } from '#web/ui/user-text.tsx';
import classes from './processes.module.css';
import { filesOf, showTask, type Task } from './use-tasks.ts';

const Comment = z.object({ body: Prose });

export function TaskComments({ task }: { task: Task }) {
  const t = useT();
  const form = useZodForm(Comment, { body: '' });
  if (task.comments.length === 0 && !task.may.comment) return null;
  return (
    <section aria-labelledby="comments-title">
      <Title order={3} size="h4" id="comments-title">
        {t('task.comments')}
      </Title>
      <ul className={classes['list']}>
        {task.comments.map((comment) => (
          <li key={comment.id} className={classes['fault']}>
            <Text size="sm" c="dimmed">
              <bdi>{comment.by?.name ?? t('task.by-process')}</bdi> · <DateText value={comment.at} show="date-time" />
              {comment.taskId && comment.taskId !== task.id ? ` · ${t('task.of-other-task')}` : ''}
            </Text>
            <UserText lines={8}>{comment.body}</UserText>
            <AttachmentList files={comment.files} at={filesOf(task)} />
          </li>
        ))}
      </ul>
      {task.may.comment ? (
        <Form
          form={form}
          onSubmit={async ({ body }) => {
            showTask(await api.tasks.comment({ id: task.id, body }));
            form.reset({ body: '' });
          }}
        >
          <ProseField name="body" label={t('task.comment')} rows={2} />
          <SubmitButton>{t('task.comment-send')}</SubmitButton>
        </Form>
      ) : null}
    </section>
  );
}

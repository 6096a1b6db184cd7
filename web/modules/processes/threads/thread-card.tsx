// One thread: at which element and about which version it was opened, what was said, and a place to answer or to settle it.
import { Button, Group, Text } from '@mantine/core';
import { IconCircleCheck, IconUnlink } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { Prose } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useMay } from '#web/lib/permissions.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { ProseField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { UserText } from '#web/ui/user-text.tsx';
import classes from './threads.module.css';
import { refreshThreads, type Thread } from './use-threads.ts';

const Answer = z.object({ body: Prose });

export function ThreadCard({ thread, onElement }: { thread: Thread; onElement?: (elementId: string) => void }) {
  const t = useT();
  const maySpeak = useMay('process.comment');
  const [answering, setAnswering] = useState(false);
  const settling = useMutation({
    mutationFn: () =>
      thread.settledAt === null
        ? api.processThreads.settle({ id: thread.id })
        : api.processThreads.reopen({ id: thread.id }),
    onSuccess: refreshThreads,
  });
  return (
    <article className={classes['thread']} data-settled={thread.settledAt !== null || undefined}>
      <header className={classes['about']}>
        <AboutWhat thread={thread} {...(onElement ? { onElement } : {})} />
        <Text size="sm" c="dimmed">
          {thread.version === null
            ? t('process-thread.about-draft')
            : t('process-thread.about-version', { number: thread.version })}
        </Text>
        {thread.settledBy ? (
          <span className={classes['settled']}>
            <IconCircleCheck size={16} aria-hidden />
            {t('process-thread.settled-by', { name: thread.settledBy.name })}
          </span>
        ) : null}
      </header>
      {thread.earlier > 0 ? (
        <Text size="sm" c="dimmed">
          {t('process-thread.earlier', { count: thread.earlier })}
        </Text>
      ) : null}
      <ul className={classes['entries']}>
        {thread.entries.map((entry) => (
          <li key={entry.id}>
            <Text size="sm" c="dimmed">
              <bdi>{entry.by.name}</bdi> · <DateText value={entry.at} show="date-time" />
              {entry.kind === 'said' ? '' : ` · ${t(`process-thread.entry.${entry.kind}`)}`}
            </Text>
            {entry.body === null ? null : <UserText lines={8}>{entry.body}</UserText>}
          </li>
        ))}
      </ul>
      {answering ? <AnswerForm thread={thread} onDone={() => setAnswering(false)} /> : null}
      <ErrorNote error={settling.error} />
      {maySpeak && !answering ? (
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('process-thread.answer-to', { name: thread.openedBy.name })}
            onClick={() => setAnswering(true)}
          >
            {t('process-thread.answer')}
          </Button>
          {thread.maySettle ? (
            <Button size="compact-sm" variant="subtle" loading={settling.isPending} onClick={() => settling.mutate()}>
              {t(thread.settledAt === null ? 'process-thread.settle' : 'process-thread.reopen')}
            </Button>
          ) : null}
        </Group>
      ) : null}
    </article>
  );
}

function AboutWhat({ thread, onElement }: { thread: Thread; onElement?: (elementId: string) => void }) {
  const t = useT();
  const { elementId, elementThere } = thread;
  const name = thread.elementName ?? t('process-thread.unnamed');
  if (elementId === null) return <Text fw={600}>{t('process-thread.of-all')}</Text>;
  if (!elementThere)
    return (
      <Text fw={600} className={classes['gone']}>
        <IconUnlink size={16} aria-hidden />
        {t('process-thread.element-gone', { name })}
      </Text>
    );
  if (!onElement) return <Text fw={600}>{t('process-thread.of-element', { name })}</Text>;
  return (
    <button type="button" className={classes['element']} onClick={() => onElement(elementId)}>
      {t('process-thread.of-element', { name })}
    </button>
  );
}

function AnswerForm({ thread, onDone }: { thread: Thread; onDone: () => void }) {
  const t = useT();
  const form = useZodForm(Answer, { body: '' });
  return (
    <Form
      form={form}
      onSubmit={async ({ body }) => {
        await api.processThreads.answer({ id: thread.id, body });
        await refreshThreads();
        onDone();
      }}
    >
      <ProseField name="body" label={t('process-thread.answer')} rows={2} startHere />
      <Group gap="xs">
        <SubmitButton>{t('process-thread.answer')}</SubmitButton>
        <Button variant="default" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
      </Group>
    </Form>
  );
}

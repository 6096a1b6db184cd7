// What was said about the chosen element, or about all of a model, beside its drawing; and a place to say something.
import { Button, Text } from '@mantine/core';
import { IconMessageCircle } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { Prose } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { useMay } from '#web/lib/permissions.ts';
import { orpc } from '#web/lib/query.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { ProseField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import { ThreadCard } from './thread-card.tsx';
import classes from './threads.module.css';
import { refreshThreads } from './use-threads.ts';

export type ChosenElement = { id: string; name: string | null };

export type ThreadsPanelProps = {
  modelId: string;
  /** What is drawn beside it; null: the draft. */
  version: number | null;
  chosen: ChosenElement | null;
  onChoose?: (elementId: string | null) => void;
  /** What must happen before something is said, such as saving the drawing; false: it could not. */
  before?: () => Promise<boolean>;
};

const Word = z.object({ body: Prose });

export function ThreadsPanel({ modelId, version, chosen, onChoose, before }: ThreadsPanelProps) {
  const t = useT();
  const maySpeak = useMay('process.comment');
  const [state, setState] = useState<'open' | 'settled'>('open');
  const list = usePaged(
    useInfiniteQuery(
      orpc.processThreads.list.infiniteOptions({
        input: (cursor: string | undefined) => ({
          id: modelId,
          state,
          ...(version === null ? {} : { version }),
          ...(chosen ? { elementId: chosen.id } : {}),
          cursor,
          limit: 20,
        }),
        ...byCursor,
      }),
    ),
  );
  return (
    <section className={classes['panel']} aria-label={t('process-thread.title')}>
      <Text fw={600}>
        {chosen
          ? t('process-thread.of-element', { name: chosen.name ?? t('process-thread.unnamed') })
          : t('process-thread.title')}
      </Text>
      {chosen && onChoose ? (
        <Button size="compact-sm" variant="subtle" className={classes['start'] ?? ''} onClick={() => onChoose(null)}>
          {t('process-thread.show-all')}
        </Button>
      ) : null}
      {maySpeak ? (
        <SayForm key={chosen?.id ?? ''} {...{ modelId, version, chosen }} {...(before ? { before } : {})} />
      ) : null}
      <WordFilter
        label={t('process-thread.which')}
        value={state}
        choices={(['open', 'settled'] as const).map((value) => ({ value, label: t(`process-thread.state.${value}`) }))}
        onChange={setState}
      />
      <ErrorNote error={list.error} retry={list.retry} />
      {list.waiting ? <RowsSkeleton rows={2} /> : null}
      {!list.waiting && !list.error && list.rows.length === 0 ? (
        chosen ? (
          <Text c="dimmed">{t('process-thread.none-here')}</Text>
        ) : (
          <EmptyState icon={IconMessageCircle} title={t('process-thread.none')} hint={t('process-thread.none-hint')} />
        )
      ) : null}
      {list.rows.map((thread) => (
        <ThreadCard key={thread.id} thread={thread} {...(onChoose ? { onElement: onChoose } : {})} />
      ))}
      {list.hasMore ? (
        <Button variant="default" onClick={list.more}>
          {t('process-thread.more')}
        </Button>
      ) : null}
    </section>
  );
}

function SayForm({
  modelId,
  version,
  chosen,
  before,
}: Pick<ThreadsPanelProps, 'modelId' | 'version' | 'chosen' | 'before'>) {
  const t = useT();
  const form = useZodForm(Word, { body: '' });
  return (
    <Form
      form={form}
      onSubmit={async ({ body }) => {
        if (before && !(await before())) return;
        await api.processThreads.open({ id: modelId, version, elementId: chosen?.id ?? null, body });
        form.reset({ body: '' });
        await refreshThreads();
      }}
    >
      <ProseField name="body" label={t('process-thread.say')} hint={t('process-thread.say-hint')} rows={2} />
      <SubmitButton>{t('process-thread.send')}</SubmitButton>
    </Form>
  );
}

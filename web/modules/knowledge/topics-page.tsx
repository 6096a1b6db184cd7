// Settings of knowledge: the topics under which documents are filed, at most three deep.
import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil, IconPlus, IconTags, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { TopicInput } from '#contract/knowledge-topics.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { orpc } from '#web/lib/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TreeField } from '#web/ui/form/tree-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { Page } from '#web/ui/page.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { refreshKnowledge, type Topic, useKnowledgeLive } from './use-knowledge.ts';

export function TopicsPage() {
  const t = useT();
  const [open, setOpen] = useState<Topic | 'new' | null>(null);
  useKnowledgeLive();
  const query = useQuery(orpc.knowledge.listTopics.queryOptions({ input: {} }));
  const topics = query.data?.items ?? [];
  return (
    <Page
      title={t('knowledge.topics')}
      purpose={t('knowledge.topics-purpose')}
      width="reading"
      action={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
          {t('knowledge.topic-add')}
        </Button>
      }
    >
      <ErrorNote error={query.error} retry={() => void query.refetch()} />
      {query.isPending ? <RowsSkeleton rows={4} /> : null}
      {query.data && topics.length === 0 ? (
        <EmptyState icon={IconTags} title={t('knowledge.no-topics')} hint={t('knowledge.no-topics-hint')} />
      ) : null}
      <RowList aria-label={t('knowledge.topics')}>
        {topics.map((topic) => (
          <TopicRow key={topic.id} topic={topic} topics={topics} onChange={() => setOpen(topic)} />
        ))}
      </RowList>
      {open ? (
        <TopicDialog before={open === 'new' ? null : open} topics={topics} onClose={() => setOpen(null)} />
      ) : null}
    </Page>
  );
}

function TopicRow({ topic, topics, onChange }: { topic: Topic; topics: readonly Topic[]; onChange: () => void }) {
  const t = useT();
  const text = useLocaleText();
  const name = text(topic.name);
  const [removing, setRemoving] = useState(false);
  const beside = topics.filter(({ parentId }) => parentId === topic.parentId);
  const at = beside.findIndex(({ id }) => id === topic.id);
  const move = useMutation({
    mutationFn: (direction: 'up' | 'down') => api.knowledge.moveTopic({ id: topic.id, direction }),
    onSuccess: refreshKnowledge,
  });
  const remove = useMutation({
    mutationFn: () => api.knowledge.removeTopic({ id: topic.id }),
    onSuccess: async () => {
      setRemoving(false);
      await refreshKnowledge();
    },
  });
  return (
    <li>
      <span style={{ paddingInlineStart: depthOf(topic, topics) * 24 }}>
        <bdi>{name}</bdi>{' '}
        <PageLink to="/knowledge" search={{ topic: topic.id }} size="sm">
          {t('knowledge.documents-count', { count: topic.documents })}
        </PageLink>
        <ErrorNote error={move.error} />
      </span>
      <Group gap={4} wrap="nowrap">
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={at === 0}
          aria-label={t('knowledge.topic-up', { name })}
          onClick={() => move.mutate('up')}
        >
          <IconArrowUp size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={at === beside.length - 1}
          aria-label={t('knowledge.topic-down', { name })}
          onClick={() => move.mutate('down')}
        >
          <IconArrowDown size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t('knowledge.topic-change', { name })} onClick={onChange}>
          <IconPencil size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="red"
          aria-label={t('knowledge.topic-remove', { name })}
          onClick={() => setRemoving(true)}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </Group>
      <ConfirmDialog
        opened={removing}
        onClose={() => {
          setRemoving(false);
          remove.reset();
        }}
        onConfirm={() => remove.mutate()}
        title={t('knowledge.topic-remove-title')}
        confirmLabel={t('knowledge.topic-remove-title')}
        danger
        busy={remove.isPending}
        error={remove.error}
      >
        <Text>{t('knowledge.topic-remove-means', { name })}</Text>
      </ConfirmDialog>
    </li>
  );
}

function TopicDialog({
  before,
  topics,
  onClose,
}: {
  before: Topic | null;
  topics: readonly Topic[];
  onClose: () => void;
}) {
  const t = useT();
  const form = useZodForm(TopicInput, { name: before?.name ?? {}, parentId: before?.parentId ?? null });
  // Neither itself nor what is below it, nor one that has no room below.
  const above = topics.filter((one) => depthOf(one, topics) < 2 && !isBelow(one, before, topics));
  return (
    <Dialog opened onClose={onClose} title={t(before ? 'knowledge.topic-change-title' : 'knowledge.topic-add')}>
      <Form
        form={form}
        onSubmit={async (values) => {
          if (before) await api.knowledge.updateTopic({ id: before.id, ...values });
          else await api.knowledge.createTopic(values);
          await refreshKnowledge();
          onClose();
        }}
      >
        <LocaleTextField name="name" label={t('knowledge.topic-name')} required />
        <TreeField
          name="parentId"
          label={t('knowledge.topic-above')}
          entries={above.map((one) => ({ ...one, sortOrder: one.order }))}
        />
        <SubmitButton>{t('ui.save')}</SubmitButton>
      </Form>
    </Dialog>
  );
}

function depthOf(topic: Topic, topics: readonly Topic[]): number {
  const parent = topics.find(({ id }) => id === topic.parentId);
  return parent ? 1 + depthOf(parent, topics) : 0;
}

function isBelow(topic: Topic, ancestor: Topic | null, topics: readonly Topic[]): boolean {
  if (ancestor === null) return false;
  if (topic.id === ancestor.id) return true;
  const parent = topics.find(({ id }) => id === topic.parentId);
  return parent !== undefined && isBelow(parent, ancestor, topics);
}

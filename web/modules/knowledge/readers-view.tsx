// Whom a document concerns, and who has read the version in force and who not: a list of duty, sorted by due date and name.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconBell, IconUsersGroup } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { notifications } from '#web/lib/notices.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { orpc } from '#web/lib/query.ts';
import { Counts } from '#web/ui/counts.tsx';
import { DateText } from '#web/ui/date-text.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import { ConcernsInput } from './concerns-input.tsx';
import classes from './knowledge.module.css';
import { type KnowledgeDocument, refreshKnowledge } from './use-knowledge.ts';

export function ReadersView({ document }: { document: KnowledgeDocument }) {
  return (
    <Stack gap="xl">
      <WhomItConcerns document={document} />
      {document.current ? <Receipts id={document.id} mayRemind={document.may.file} /> : null}
    </Stack>
  );
}

function WhomItConcerns({ document }: { document: KnowledgeDocument }) {
  const t = useT();
  const [concerns, setConcerns] = useState(document.concerns);
  const changed = JSON.stringify(concerns) !== JSON.stringify(document.concerns);
  const saving = useMutation({
    mutationFn: () => api.knowledge.setConcerns({ id: document.id, concerns }),
    onSuccess: async () => {
      await refreshKnowledge();
      notifications.show({ message: t('knowledge.saved') });
    },
  });
  return (
    <section aria-labelledby="concerns-title">
      <Title order={3} size="h4" id="concerns-title" mb={4}>
        {t('knowledge.concerns')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('knowledge.concerns-hint')}
      </Text>
      <ConcernsInput value={concerns} onChange={setConcerns} readOnly={!document.may.file} />
      <ErrorNote error={saving.error} />
      {changed ? (
        <Button mt="sm" loading={saving.isPending} onClick={() => saving.mutate()}>
          {t('ui.save')}
        </Button>
      ) : null}
    </section>
  );
}

const states = ['missing', 'overdue', 'read'] as const;

function Receipts({ id, mayRemind }: { id: string; mayRemind: boolean }) {
  const t = useT();
  const text = useLocaleText();
  const [state, setState] = useState<(typeof states)[number]>('missing');
  const query = useInfiniteQuery(
    orpc.receipts.ofDocument.infiniteOptions({
      input: (cursor: string | undefined) => ({
        id,
        state: state === 'missing' ? ('open' as const) : state,
        cursor,
        limit: 50,
      }),
      ...byCursor,
    }),
  );
  const list = usePaged(query);
  const sums = query.data?.pages[0];
  const reminding = useMutation({
    mutationFn: () => api.receipts.remind({ id }),
    onSuccess: async ({ reminded }) => {
      await refreshKnowledge();
      notifications.show({ message: t('receipt.reminded', { count: reminded }) });
    },
  });
  if (sums && sums.version === null) return <Text c="dimmed">{t('receipt.none-demanded')}</Text>;
  const missing = sums ? sums.concerned - sums.read : 0;
  return (
    <section aria-labelledby="receipts-title">
      <Title order={3} size="h4" id="receipts-title" mb="xs">
        {t('receipt.who')}
      </Title>
      {sums ? (
        <Counts
          counts={[
            { key: 'concerned', label: t('receipt.concerned'), value: sums.concerned },
            { key: 'read', label: t('receipt.state.read'), value: sums.read },
            { key: 'missing', label: t('receipt.state.missing'), value: missing },
            { key: 'overdue', label: t('receipt.state.overdue'), value: sums.overdue },
          ]}
        />
      ) : null}
      <Group justify="space-between" my="sm">
        <WordFilter
          label={t('receipt.state')}
          value={state}
          choices={states.map((value) => ({ value, label: t(`receipt.state.${value}`) }))}
          onChange={setState}
        />
        {mayRemind && missing > 0 ? (
          <Button
            variant="default"
            leftSection={<IconBell size={16} aria-hidden />}
            loading={reminding.isPending}
            onClick={() => reminding.mutate()}
          >
            {t('receipt.remind')}
          </Button>
        ) : null}
      </Group>
      <ErrorNote error={reminding.error ?? list.error} />
      {list.waiting ? <RowsSkeleton rows={4} /> : null}
      {!list.waiting && !list.error && list.rows.length === 0 ? (
        <EmptyState
          icon={IconUsersGroup}
          title={t(`receipt.nobody.${state}`)}
          hint={sums?.concerned === 0 ? t('receipt.nobody-concerned') : t('receipt.nobody-hint')}
        />
      ) : null}
      <RowList aria-label={t('receipt.who')}>
        {list.rows.map((row) => (
          <li key={row.person.id}>
            <span>
              <bdi>{row.person.name}</bdi>
              {row.unitName ? (
                <Text span size="sm" c="dimmed">
                  {' · '}
                  <bdi>{text(row.unitName)}</bdi>
                </Text>
              ) : null}
            </span>
            <Text span size="sm" className={classes['quiet'] ?? ''}>
              {row.readAt ? (
                <>
                  {t('receipt.state.read')} <DateText value={row.readAt} />
                </>
              ) : (
                <>
                  {t('receipt.until')} <DateText value={row.dueAt} />
                  {row.remindedAt ? (
                    <>
                      {' · '}
                      {t('receipt.reminded-at')} <DateText value={row.remindedAt} />
                    </>
                  ) : null}
                </>
              )}
            </Text>
          </li>
        ))}
      </RowList>
      {list.hasMore ? (
        <Button variant="default" mt="sm" onClick={list.more}>
          {t('knowledge.more')}
        </Button>
      ) : null}
    </section>
  );
}

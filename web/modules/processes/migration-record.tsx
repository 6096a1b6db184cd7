// The record of moves: who, when, why, how far it is, and what was refused for which reason.
import { Button, Progress, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { orpc } from '#web/lib/query.ts';
import { Counts } from '#web/ui/counts.tsx';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { UserText } from '#web/ui/user-text.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import classes from './migration.module.css';
import { RefusedInstances } from './refused-instances.tsx';
import type { Migration } from './use-migration.ts';

const outcomes = ['migrated', 'refused', 'ended', 'waiting'] as const;

export function MigrationRecord({ modelId }: { modelId: string }) {
  const t = useT();
  const list = usePaged(
    useInfiniteQuery({
      ...orpc.processMigrations.list.infiniteOptions({
        input: (cursor: string | undefined) => ({ id: modelId, cursor, limit: 20 }),
        ...byCursor,
      }),
      // While one goes on, each instance is an event; a storm of them is told in one go.
      refetchInterval: ({ state }) => (state.data?.pages[0]?.items.some(goesOn) ? 2_000 : false),
    }),
  );
  if (list.error) return <ErrorNote error={list.error} retry={list.retry} />;
  if (list.rows.length === 0) return null;
  return (
    <section aria-labelledby="record-title">
      <Title order={2} size="h3" id="record-title">
        {t('migration.record')}
      </Title>
      {list.rows.map((migration) => (
        <OneMove key={migration.id} migration={migration} />
      ))}
      {list.hasMore ? (
        <Button variant="default" mt="sm" onClick={list.more}>
          {t('process.more')}
        </Button>
      ) : null}
    </section>
  );
}

const goesOn = ({ endedAt }: Migration): boolean => endedAt === null;

function OneMove({ migration }: { migration: Migration }) {
  const t = useT();
  const { from, to, startedAt, startedBy, reason, counts } = migration;
  const [showing, setShowing] = useState(false);
  const all = counts.waiting + counts.migrated + counts.refused + counts.ended;
  const name = t('migration.record-of', { from, to });
  return (
    <article className={classes['record']} aria-label={name}>
      <Text fw={600}>{name}</Text>
      <Text size="sm" c="dimmed">
        <DateText value={startedAt} show="date-time" /> · <bdi>{startedBy.name}</bdi>
        {goesOn(migration) ? ` · ${t('migration.goes-on')}` : ''}
      </Text>
      <UserText>{reason}</UserText>
      {goesOn(migration) ? (
        <Progress
          value={(100 * (all - counts.waiting)) / Math.max(all, 1)}
          aria-label={t('migration.progress')}
          size="sm"
        />
      ) : null}
      <Counts
        counts={outcomes
          .filter((outcome) => outcome === 'migrated' || counts[outcome] > 0)
          .map((outcome) => ({ key: outcome, label: t(`migration.count.${outcome}`), value: counts[outcome] }))}
      />
      {counts.refused > 0 && !showing ? (
        <div>
          <Button variant="subtle" size="compact-sm" onClick={() => setShowing(true)}>
            {t('migration.show-refused')}
          </Button>
        </div>
      ) : null}
      {showing ? <Refused migration={migration} /> : null}
    </article>
  );
}

function Refused({ migration }: { migration: Migration }) {
  const t = useT();
  const query = useQuery(
    orpc.processMigrations.instances.queryOptions({ input: { id: migration.id, outcome: 'refused', limit: 100 } }),
  );
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <TextSkeleton lines={3} />;
  return (
    <RefusedInstances
      title={t('migration.show-refused')}
      modelId={migration.modelId}
      version={migration.from}
      instances={query.data.items}
    />
  );
}

// The record of moves: who, when, why, how far it is, what was refused for which reason; and the stop of one that goes on.
import { Button, Progress, Text, Title } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { notifications } from '#web/lib/notices.ts';
import { orpc } from '#web/lib/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Counts } from '#web/ui/counts.tsx';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { UserText } from '#web/ui/user-text.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import classes from './migration.module.css';
import { RefusedInstances } from './refused-instances.tsx';
import { goesOn, type Migration, useMigrations } from './use-migration.ts';
import { refreshProcesses } from './use-processes.ts';

const outcomes = ['migrated', 'refused', 'ended', 'stopped', 'waiting'] as const;

export type MigrationRecordProps = {
  modelId: string;
  /** The one that a notice leads to. */
  askedId: string | null;
  mayStop: boolean;
};

export function MigrationRecord({ modelId, askedId, mayStop }: MigrationRecordProps) {
  const t = useT();
  const list = useMigrations(modelId);
  const missing = askedId !== null && !list.waiting && !list.rows.some(({ id }) => id === askedId);
  const older = useQuery({
    ...orpc.processMigrations.get.queryOptions({ input: { id: askedId ?? '' } }),
    enabled: missing,
  });
  if (list.error) return <ErrorNote error={list.error} retry={list.retry} />;
  const rows = missing && older.data ? [older.data, ...list.rows] : list.rows;
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="record-title">
      <Title order={2} size="h3" id="record-title">
        {t('migration.record')}
      </Title>
      {missing ? <ErrorNote error={older.error} /> : null}
      {rows.map((migration) => (
        <OneMove
          // A second notice leads to another one: it opens as the first did.
          key={`${migration.id} ${migration.id === askedId}`}
          migration={migration}
          asked={migration.id === askedId}
          mayStop={mayStop}
        />
      ))}
      {list.hasMore ? (
        <Button variant="default" mt="sm" onClick={list.more}>
          {t('process.more')}
        </Button>
      ) : null}
    </section>
  );
}

function OneMove({ migration, asked, mayStop }: { migration: Migration; asked: boolean; mayStop: boolean }) {
  const t = useT();
  const { from, to, startedAt, startedBy, stoppedAt, stoppedBy, reason, counts } = migration;
  const [showing, setShowing] = useState(asked);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (asked) place.current?.focus();
  }, [asked]);
  const all = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
  const name = t('migration.record-of', { from, to });
  return (
    <article
      ref={place}
      className={classes['record']}
      aria-label={name}
      aria-current={asked || undefined}
      tabIndex={-1}
    >
      <Text fw={600}>{name}</Text>
      <Text size="sm" c="dimmed">
        <DateText value={startedAt} show="date-time" /> · <bdi>{startedBy.name}</bdi>
        {goesOn(migration) ? ` · ${t('migration.goes-on')}` : ''}
      </Text>
      {stoppedAt ? (
        <Text size="sm" className={classes['stopped'] ?? ''}>
          <IconPlayerStop size={16} aria-hidden />
          <span>
            {t('migration.stopped')} · <DateText value={stoppedAt} show="date-time" /> · <bdi>{stoppedBy?.name}</bdi>
          </span>
        </Text>
      ) : null}
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
      {goesOn(migration) && mayStop ? <Stop migration={migration} onStopped={() => place.current?.focus()} /> : null}
      {counts.refused > 0 && !showing ? (
        <div>
          <Button variant="subtle" size="compact-sm" onClick={() => setShowing(true)}>
            {t('migration.show-refused')}
          </Button>
        </div>
      ) : null}
      {counts.refused > 0 && showing ? <Refused migration={migration} /> : null}
    </article>
  );
}

/** Its button goes with what it stops: where the keyboard is then, is for the record to say. */
function Stop({ migration, onStopped }: { migration: Migration; onStopped: () => void }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const stopping = useMutation({
    mutationFn: () => api.processMigrations.stop({ id: migration.id }),
    onSuccess: async () => {
      setAsking(false);
      await refreshProcesses();
      onStopped();
      notifications.show({ message: t('migration.stop-done') });
    },
  });
  return (
    <div>
      <Button
        variant="default"
        leftSection={<IconPlayerStop size={16} aria-hidden />}
        onClick={() => {
          stopping.reset();
          setAsking(true);
        }}
      >
        {t('migration.stop')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => stopping.mutate()}
        title={t('migration.stop')}
        confirmLabel={t('migration.stop')}
        busy={stopping.isPending}
        error={stopping.error}
      >
        {t('migration.stop-hint', { number: migration.from })}
      </ConfirmDialog>
    </div>
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

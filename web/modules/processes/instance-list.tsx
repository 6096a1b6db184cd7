// Instances of a version: those that run, those that are stuck, those that ended; the one started last comes first.
import { Button, Group } from '@mantine/core';
import { IconActivity, IconAlertTriangle } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { orpc } from '#web/lib/query.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { OpenRow } from '#web/ui/open-row.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import { type RunningView, runningViews } from './choices.ts';
import classes from './processes.module.css';
import type { InstanceBrief } from './use-processes.ts';

export type InstanceListProps = {
  modelId: string;
  version: number;
  elementId: string | undefined;
  status: RunningView;
  openId: string | null;
  onStatus: (status: RunningView) => void;
  onOpen: (id: string) => void;
};

export function InstanceList({ modelId, version, elementId, status, openId, onStatus, onOpen }: InstanceListProps) {
  const t = useT();
  const list = usePaged(
    useInfiniteQuery(
      orpc.processInstances.list.infiniteOptions({
        input: (cursor: string | undefined) => ({
          modelId,
          version,
          elementId,
          ...(status === 'incident' ? { status: 'running' as const, incident: 'yes' as const } : { status }),
          cursor,
          limit: 40,
        }),
        ...byCursor,
        placeholderData: keepPreviousData,
      }),
    ),
  );
  return (
    <>
      <Group mb="sm">
        <WordFilter
          label={t('instance.status')}
          value={status}
          choices={runningViews.map((value) => ({ value, label: t(`instance.status.${value}`) }))}
          onChange={onStatus}
        />
      </Group>
      <ErrorNote error={list.error} retry={list.retry} />
      {list.waiting ? <RowsSkeleton rows={4} /> : null}
      {!list.waiting && !list.error && list.rows.length === 0 ? (
        <EmptyState icon={IconActivity} title={t('instance.none')} hint={t('instance.none-hint')} />
      ) : null}
      <ul className={classes['list']} aria-label={t('instance.title')}>
        {list.rows.map((instance) => (
          <li key={instance.id}>
            <OpenRow open={instance.id === openId} onOpen={() => onOpen(instance.id)}>
              <InstanceLine instance={instance} />
            </OpenRow>
          </li>
        ))}
      </ul>
      {list.hasMore ? (
        <Button variant="default" mt="sm" onClick={list.more}>
          {t('process.more')}
        </Button>
      ) : null}
    </>
  );
}

function InstanceLine({ instance }: { instance: InstanceBrief }) {
  const t = useT();
  const comma = useLanguage() === 'en' ? ', ' : '، ';
  const places = instance.standsAt.map(({ name }) => name || t('diagram.unnamed')).join(comma);
  return (
    <>
      <span className={classes['name']}>
        <bdi>{places || t(`instance.status.${instance.status}`)}</bdi>
      </span>
      <span className={classes['quiet']}>
        {t('instance.started')} <DateText value={instance.startedAt} show="relative" />
        {instance.endedAt ? (
          <>
            {' · '}
            {t('instance.ended')} <DateText value={instance.endedAt} show="relative" />
          </>
        ) : null}
      </span>
      {instance.incidents > 0 ? (
        <span className={classes['status']} data-status="incident">
          <IconAlertTriangle size={16} aria-hidden />
          {t('process.incidents', { count: instance.incidents })}
        </span>
      ) : null}
    </>
  );
}

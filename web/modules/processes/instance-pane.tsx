// One instance: where it stands, what failed there and how to go on, its tasks, and what happened in it.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconRefresh, IconX } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { findMessage, useT } from '#web/lib/i18n.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { useMay } from '#web/lib/permissions.ts';
import { orpc } from '#web/lib/query.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Fact, Facts } from '#web/ui/facts.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { UserText } from '#web/ui/user-text.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { Corrections } from './instance-corrections.tsx';
import { InstanceValues } from './instance-values.tsx';
import classes from './processes.module.css';
import { type Instance, instanceQuery, refreshProcesses } from './use-processes.ts';

export function InstancePane({ id }: { id: string }) {
  const t = useT();
  const query = useQuery(instanceQuery(id));
  const mayOperate = useMay('process.operate');
  const [cancelling, setCancelling] = useState(false);
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <TextSkeleton lines={8} />;
  const instance = query.data;
  return (
    <Stack gap="lg">
      <Facts>
        <Fact term={t('instance.status')}>{t(`instance.status.${instance.status}`)}</Fact>
        <Fact term={t('instance.started')}>
          <DateText value={instance.startedAt} show="date-time" />
          {instance.startedBy.name ? (
            <>
              {' · '}
              <bdi>{instance.startedBy.name}</bdi>
            </>
          ) : null}
        </Fact>
        {instance.endedAt ? (
          <Fact term={t('instance.ended')}>
            <DateText value={instance.endedAt} show="date-time" />
          </Fact>
        ) : null}
      </Facts>
      {instance.reason ? <UserText>{instance.reason}</UserText> : null}
      {instance.tokens.length > 0 ? <Standing instance={instance} mayOperate={mayOperate} /> : null}
      <Tasks instanceId={id} />
      <InstanceValues instance={instance} maySet={mayOperate && instance.status === 'running'} />
      <Corrections instance={instance} />
      <Happenings instanceId={id} />
      {mayOperate && instance.status === 'running' ? (
        <div>
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconX size={16} aria-hidden />}
            onClick={() => setCancelling(true)}
          >
            {t('instance.cancel')}
          </Button>
        </div>
      ) : null}
      {cancelling ? (
        <ReasonDialog
          title={t('instance.cancel')}
          hint={t('instance.cancel-hint')}
          onClose={() => setCancelling(false)}
          onReason={async (reason) => {
            await api.processInstances.cancel({ id, reason });
            await refreshProcesses();
          }}
        />
      ) : null}
    </Stack>
  );
}

function Standing({ instance, mayOperate }: { instance: Instance; mayOperate: boolean }) {
  const t = useT();
  const retrying = useMutation({
    mutationFn: (token: number) => api.processInstances.retry({ id: instance.id, token }),
    onSuccess: () => refreshProcesses(),
  });
  return (
    <section aria-labelledby="standing-title">
      <Title order={3} size="h4" id="standing-title">
        {t('instance.stands-at')}
      </Title>
      <ErrorNote error={retrying.error} />
      <ul className={classes['list']}>
        {instance.tokens.map((token) => (
          <li key={token.number} className={classes['fault']}>
            <Group justify="space-between">
              <div>
                <Text fw={600}>
                  <bdi>{token.name || t('diagram.unnamed')}</bdi>
                </Text>
                <Text size="sm" c="dimmed">
                  {t(`instance.waits-for.${token.waitsFor}`)} · <DateText value={token.since} show="relative" />
                </Text>
                {token.incident ? (
                  <Text size="sm" className={classes['status'] ?? ''} data-status="incident">
                    {findMessage(`incident.${token.incident.code}`, token.incident.params) ??
                      t('incident.unknown', { code: token.incident.code })}
                  </Text>
                ) : null}
              </div>
              {token.incident && mayOperate ? (
                <Button
                  variant="default"
                  leftSection={<IconRefresh size={16} aria-hidden />}
                  loading={retrying.isPending}
                  onClick={() => retrying.mutate(token.number)}
                >
                  {t('instance.retry')}
                </Button>
              ) : null}
            </Group>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tasks({ instanceId }: { instanceId: string }) {
  const t = useT();
  const tasks = useQuery(orpc.tasks.list.queryOptions({ input: { of: 'all', instanceId, limit: 20 } }));
  if (!tasks.data || tasks.data.items.length === 0) return <ErrorNote error={tasks.error} />;
  return (
    <section aria-labelledby="tasks-title">
      <Title order={3} size="h4" id="tasks-title">
        {t('task.title')}
      </Title>
      <ul className={classes['list']}>
        {tasks.data.items.map((task) => (
          <li key={task.id} className={classes['fault']}>
            <PageLink to="/tasks" search={{ task: task.id }}>
              <bdi>{task.name}</bdi>
            </PageLink>{' '}
            <span className={classes['quiet']}>{t(`task.state.${task.state}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Happenings({ instanceId }: { instanceId: string }) {
  const t = useT();
  const list = usePaged(
    useInfiniteQuery(
      orpc.processInstances.happenings.infiniteOptions({
        input: (cursor: string | undefined) => ({ id: instanceId, cursor, limit: 50 }),
        ...byCursor,
      }),
    ),
  );
  // Every arrow that was taken stands between two steps that are told anyway; what has no name says nothing to a reader.
  const told = list.rows.filter(({ type, name }) => type === 'migrated' || (type !== 'flow-taken' && name));
  return (
    <section aria-labelledby="happened-title">
      <Title order={3} size="h4" id="happened-title">
        {t('instance.happened')}
      </Title>
      <ErrorNote error={list.error} retry={list.retry} />
      <ol className={classes['list']}>
        {told.map(({ number, at, type, name, version }) => (
          <li key={number} className={classes['fault']}>
            {t(`instance.happening.${type}`, { number: version })} <bdi>{name}</bdi>{' '}
            <span className={classes['quiet']}>
              <DateText value={at} show="date-time" />
            </span>
          </li>
        ))}
      </ol>
      {list.hasMore ? (
        <Button variant="subtle" size="compact-sm" onClick={list.more}>
          {t('process.more')}
        </Button>
      ) : null}
    </section>
  );
}

// Work that failed for good: what it was, why, and trying it again once the cause is gone.
import { Button, Text } from '@mantine/core';
import { IconCircleCheck, IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '#web/lib/api.ts';
import { findMessage, useT } from '#web/lib/i18n.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';

type DeadJob = Awaited<ReturnType<typeof api.operations.listDeadJobs>>['items'][number];
// Nobody tells of jobs that fail, so the page asks again by itself.
const jobsQuery = orpc.operations.listDeadJobs.queryOptions({ input: {}, refetchInterval: 30_000 });

export function JobsPage() {
  const t = useT();
  const jobs = useQuery(jobsQuery);
  return (
    <Page title={t('operations.jobs')} purpose={t('operations.jobs-purpose')}>
      <ErrorNote error={jobs.error} retry={() => void jobs.refetch()} />
      {jobs.isPending ? <RowsSkeleton rows={3} /> : null}
      {jobs.data?.items.length === 0 ? (
        <EmptyState icon={IconCircleCheck} title={t('operations.none')} hint={t('operations.none-hint')} />
      ) : null}
      <RowList>
        {jobs.data?.items.map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </RowList>
    </Page>
  );
}

function JobRow({ job }: { job: DeadJob }) {
  const t = useT();
  const name = findMessage(`operations.job.${job.job}`) ?? job.job;
  const retrying = useMutation({
    mutationFn: () => api.operations.retryDeadJob({ id: job.id }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: jobsQuery.queryKey }),
  });
  return (
    <li>
      <div>
        <Text fw={600}>
          <bdi>{name}</bdi>
        </Text>
        <Text size="sm" c="dimmed">
          {t('operations.failed')} <DateText value={job.failedAt} show="date-time" /> ·{' '}
          {t('operations.attempts', { count: job.attempts })}
        </Text>
        <Text size="sm" ff="monospace" mt={4}>
          <Ltr>{job.fault}</Ltr>
        </Text>
        <ErrorNote error={retrying.error} />
      </div>
      <Button
        variant="default"
        leftSection={<IconRefresh size={16} aria-hidden />}
        aria-label={t('operations.retry-of', { name })}
        loading={retrying.isPending}
        onClick={() => retrying.mutate()}
      >
        {t('operations.retry')}
      </Button>
    </li>
  );
}

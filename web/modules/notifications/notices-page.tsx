// All of one's own notices, or those that are unread.
import { Button, Group } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { orpc } from '#web/lib/query.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import { MarkAllRead } from './mark-all-read.tsx';
import { NoticeList } from './notice-list.tsx';

const route = getRouteApi('/shell/notifications');

export function NoticesPage() {
  const t = useT();
  const { state = 'all' } = route.useSearch();
  const navigate = route.useNavigate();
  const list = usePaged(
    useInfiniteQuery(
      orpc.notifications.list.infiniteOptions({
        input: (cursor: string | undefined) => ({ cursor, state, limit: 30 }),
        ...byCursor,
      }),
    ),
  );
  return (
    <Page
      title={t('notification.title')}
      purpose={t('notification.purpose')}
      width="reading"
      action={<MarkAllRead notices={list.rows} />}
      filters={
        <Group gap="md">
          <WordFilter
            label={t('notification.filter')}
            value={state}
            choices={[
              { value: 'all', label: t('notification.filter-all') },
              { value: 'unread', label: t('notification.filter-unread') },
            ]}
            onChange={(chosen) =>
              void navigate({ search: chosen === 'unread' ? { state: 'unread' } : {}, replace: true })
            }
          />
          <PageLink to="/profile" hash="notifications">
            {t('notification.choose')}
          </PageLink>
        </Group>
      }
    >
      <ErrorNote error={list.error} retry={list.retry} />
      {list.waiting ? <RowsSkeleton /> : null}
      {!list.waiting && !list.error && list.rows.length === 0 ? (
        <EmptyState icon={IconBell} title={t('notification.none')} hint={t('notification.none-hint')} />
      ) : null}
      <NoticeList notices={list.rows} label={t('notification.title')} />
      {list.hasMore ? (
        <Button variant="default" mt="md" onClick={list.more}>
          {t('notification.more')}
        </Button>
      ) : null}
    </Page>
  );
}

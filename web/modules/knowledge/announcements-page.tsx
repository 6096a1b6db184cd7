// Announcements: those that concern me, and for whoever publishes all of them with their drafts and reach.
import { Badge, Button, Text } from '@mantine/core';
import { IconPlus, IconSpeakerphone } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { useMay } from '#web/lib/permissions.ts';
import { orpc } from '#web/lib/query.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { type Detail, ListAndDetail } from '#web/ui/list-and-detail.tsx';
import { OpenRow } from '#web/ui/open-row.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowsSkeleton, TextSkeleton } from '#web/ui/waiting.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import { AnnouncementForm } from './announcement-form.tsx';
import { AnnouncementPane } from './announcement-pane.tsx';
import { titleIn } from './announcement-title.ts';
import classes from './knowledge.module.css';
import { OwnAnnouncementView } from './own-announcement-view.tsx';
import { useOwnAnnouncements } from './use-announcements.ts';

const route = getRouteApi('/shell/announcements');

export function AnnouncementsPage() {
  const t = useT();
  const publishes = useMay('announcement.publish');
  const { view = 'mine', announcement } = route.useSearch();
  const go = route.useNavigate();
  const all = publishes && (view === 'all' || announcement === 'new');
  const show = (id?: string) =>
    void go({ search: { ...(all ? { view: 'all' as const } : {}), ...(id ? { announcement: id } : {}) } });
  return (
    <Page
      title={t('announcement.title')}
      purpose={t('announcement.purpose')}
      action={
        publishes && announcement !== 'new' ? (
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => void go({ search: { view: 'all', announcement: 'new' } })}
          >
            {t('announcement.add')}
          </Button>
        ) : null
      }
      filters={
        publishes ? (
          <WordFilter
            label={t('knowledge.view')}
            value={all ? 'all' : 'mine'}
            choices={(['mine', 'all'] as const).map((value) => ({ value, label: t(`announcement.view.${value}`) }))}
            onChange={(next) => void go({ search: next === 'all' ? { view: next } : {} })}
          />
        ) : null
      }
    >
      {all ? <AllAnnouncements open={announcement} onShow={show} /> : <Mine open={announcement} onShow={show} />}
    </Page>
  );
}

type ListProps = { open: string | undefined; onShow: (id?: string) => void };

function Mine({ open, onShow }: ListProps) {
  const t = useT();
  const query = useOwnAnnouncements();
  const items = query.data?.items ?? [];
  const shown = items.find(({ id }) => id === open);
  const detail: Detail | null =
    open === undefined || query.isPending
      ? null
      : shown
        ? { id: shown.id, title: <bdi>{shown.title}</bdi>, content: <OwnAnnouncementView announcement={shown} /> }
        : { id: open, title: t('announcement.one'), content: <EmptyState title={t('announcement.not-yours')} /> };
  return (
    <ListAndDetail detail={detail} onClose={() => onShow()} room="most">
      <ErrorNote error={query.error} retry={() => void query.refetch()} />
      {query.isPending ? <RowsSkeleton rows={3} /> : null}
      {query.data && items.length === 0 ? (
        <EmptyState icon={IconSpeakerphone} title={t('announcement.none')} hint={t('announcement.none-hint')} />
      ) : null}
      <ul className={classes['list']} aria-label={t('announcement.title')}>
        {items.map((one) => (
          <li key={one.id}>
            <OpenRow open={one.id === open} onOpen={() => onShow(one.id)}>
              <span className={classes['name']}>
                <bdi>{one.title}</bdi>
              </span>
              <Text span size="sm" className={classes['quiet'] ?? ''}>
                <DateText value={one.from} />
                {one.mustConfirm
                  ? ` · ${t(one.confirmedAt ? 'announcement.is-confirmed' : 'announcement.to-confirm')}`
                  : ''}
              </Text>
            </OpenRow>
          </li>
        ))}
      </ul>
    </ListAndDetail>
  );
}

function AllAnnouncements({ open, onShow }: ListProps) {
  const t = useT();
  const language = useLanguage();
  const list = usePaged(
    useInfiniteQuery(
      orpc.announcements.list.infiniteOptions({
        input: (cursor: string | undefined) => ({ cursor, limit: 30 }),
        ...byCursor,
      }),
    ),
  );
  const one = useQuery({
    ...orpc.announcements.get.queryOptions({ input: { id: open ?? '' } }),
    enabled: open !== undefined && open !== 'new',
  });
  function detail(): Detail | null {
    if (!open) return null;
    if (open === 'new')
      return { id: open, title: t('announcement.add'), content: <AnnouncementForm onKept={onShow} before={null} /> };
    if (one.error) return { id: open, title: t('announcement.one'), content: <ErrorNote error={one.error} /> };
    if (!one.data) return { id: open, title: t('announcement.one'), content: <TextSkeleton lines={6} /> };
    return {
      id: open,
      title: <bdi>{titleIn(one.data, language)}</bdi>,
      content: <AnnouncementPane key={open} announcement={one.data} onGone={() => onShow()} />,
    };
  }
  const isForm = open === 'new' || one.data?.state === 'draft';
  return (
    <ListAndDetail detail={detail()} onClose={() => onShow()} room={open && isForm ? 'all' : 'most'}>
      <ErrorNote error={list.error} retry={list.retry} />
      {list.waiting ? <RowsSkeleton rows={3} /> : null}
      {!list.waiting && !list.error && list.rows.length === 0 ? (
        <EmptyState icon={IconSpeakerphone} title={t('announcement.none-yet')} hint={t('announcement.none-yet-hint')} />
      ) : null}
      <ul className={classes['list']} aria-label={t('announcement.view.all')}>
        {list.rows.map((row) => (
          <li key={row.id}>
            <OpenRow open={row.id === open} onOpen={() => onShow(row.id)}>
              <span className={classes['name']}>
                <bdi>{titleIn(row, language)}</bdi>
                <Badge variant="default" tt="none">
                  {t(`announcement.state.${row.state}`)}
                </Badge>
              </span>
              <Text span size="sm" className={classes['quiet'] ?? ''}>
                <DateText value={row.publishedAt ?? row.createdAt} />
              </Text>
            </OpenRow>
          </li>
        ))}
      </ul>
      {list.hasMore ? (
        <Button variant="default" mt="sm" onClick={list.more}>
          {t('knowledge.more')}
        </Button>
      ) : null}
    </ListAndDetail>
  );
}

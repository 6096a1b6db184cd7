// What opens from the bell: the newest notices, and the way to all of them.
import { Popover, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { cloneElement, type HTMLAttributes, type ReactElement } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import type { OverlayProps } from '#web/ui/late-overlay.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { MarkAllRead } from './mark-all-read.tsx';
import { NoticeList } from './notice-list.tsx';
import classes from './notifications.module.css';

export function Newest({ target, opened, onChange }: OverlayProps) {
  const t = useT();
  return (
    <Popover
      opened={opened}
      onChange={onChange}
      width="min(400px, calc(100vw - 24px))"
      position="bottom-end"
      trapFocus
      withinPortal={false}
    >
      <Popover.Target>
        {cloneElement(target as ReactElement<HTMLAttributes<HTMLElement>>, { onClick: () => onChange(!opened) })}
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('notification.title')}>
        <Panel onClose={() => onChange(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Panel({ onClose }: { onClose: () => void }) {
  const t = useT();
  const { data, isPending, error, refetch } = useQuery(orpc.notifications.list.queryOptions({ input: { limit: 10 } }));
  const notices = data?.items ?? [];
  return (
    <div className={classes['panel']}>
      <div className={classes['panel-head']}>
        <Text fw={600}>{t('notification.title')}</Text>
        <MarkAllRead notices={notices} />
      </div>
      <div className={classes['panel-body']}>
        <ErrorNote error={error} retry={() => void refetch()} />
        {isPending ? <RowsSkeleton rows={3} /> : null}
        {data && notices.length === 0 ? (
          <Text c="dimmed" ta="center" py="lg">
            {t('notification.none')}
          </Text>
        ) : null}
        <NoticeList notices={notices} label={t('notification.newest')} onOpen={onClose} />
      </div>
      <div className={classes['panel-foot']}>
        <PageLink to="/notifications" onClick={onClose}>
          {t('notification.all')}
        </PageLink>
      </div>
    </div>
  );
}

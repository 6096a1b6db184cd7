// Above every page: announcements that the reader has still to see or confirm, one at a time and never over the work.
import { Button, Text } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { PageLink } from '#web/ui/page-link.tsx';
import classes from './announcement-bar.module.css';
import { refreshAnnouncements, useOwnAnnouncements } from './use-announcements.ts';

export function AnnouncementBar() {
  const t = useT();
  const waiting = useOwnAnnouncements(true).data?.items ?? [];
  const first = waiting[0];
  const reached = useRef(new Set<string>());
  const seeing = useMutation({
    mutationFn: (id: string) => api.announcements.view({ id, step: 'seen' }),
    onSuccess: refreshAnnouncements,
  });

  // It stood in front of the reader: that is told once.
  const id = first?.id;
  useEffect(() => {
    if (!id || reached.current.has(id)) return;
    reached.current.add(id);
    api.announcements.view({ id, step: 'reached' }).catch(() => reached.current.delete(id));
  }, [id]);

  if (!first) return null;
  return (
    <aside className={classes['bar']} aria-label={t('announcement.title')}>
      <IconSpeakerphone size={20} aria-hidden />
      <Text span className={classes['words'] ?? ''}>
        <bdi>{first.title}</bdi>
        {waiting.length > 1 ? (
          <span className={classes['more']}> {t('announcement.more-waiting', { count: waiting.length - 1 })}</span>
        ) : null}
      </Text>
      <PageLink to="/announcements" search={{ announcement: first.id }}>
        {t(first.mustConfirm ? 'announcement.read-and-confirm' : 'announcement.read')}
      </PageLink>
      {first.mustConfirm ? null : (
        <Button size="compact-md" variant="subtle" loading={seeing.isPending} onClick={() => seeing.mutate(first.id)}>
          {t('announcement.seen')}
        </Button>
      )}
    </aside>
  );
}

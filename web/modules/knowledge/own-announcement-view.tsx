// An announcement as whom it concerns reads it: opening it says that it was seen; where it must be confirmed, a button does.
import { Button, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { RichTextView } from '#web/ui/rich-text/rich-text-view.tsx';
import classes from './knowledge.module.css';
import { type OwnAnnouncement, refreshAnnouncements } from './use-announcements.ts';
import { imageAddress } from './use-knowledge.ts';

export function OwnAnnouncementView({ announcement }: { announcement: OwnAnnouncement }) {
  const t = useT();
  const { id, seenAt, confirmedAt, mustConfirm } = announcement;
  const told = useRef<string | null>(null);
  const confirming = useMutation({
    mutationFn: () => api.announcements.view({ id, step: 'confirmed' }),
    onSuccess: refreshAnnouncements,
  });
  useEffect(() => {
    if (seenAt !== null || told.current === id) return;
    told.current = id;
    api.announcements.view({ id, step: 'seen' }).then(refreshAnnouncements, () => {
      told.current = null;
    });
  }, [id, seenAt]);
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        <DateText value={announcement.from} />
        {announcement.until ? (
          <>
            {' · '}
            {t('announcement.until')} <DateText value={announcement.until} />
          </>
        ) : null}
      </Text>
      <RichTextView value={announcement.body} lang={announcement.language} imageAddress={imageAddress} />
      {mustConfirm && !confirmedAt ? (
        <div>
          <Button loading={confirming.isPending} onClick={() => confirming.mutate()}>
            {t('announcement.confirm')}
          </Button>
        </div>
      ) : null}
      {confirmedAt ? (
        <div className={classes['receipt']} data-read role="status">
          <IconCircleCheck aria-hidden />
          <span>
            {t('announcement.is-confirmed')} <DateText value={confirmedAt} show="date-time" />
          </span>
        </div>
      ) : null}
      <ErrorNote error={confirming.error} />
    </Stack>
  );
}

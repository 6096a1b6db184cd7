// Marks all notices as read that are not newer than the first one shown.
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useT } from '#web/lib/i18n.ts';
import type { Notice } from '#web/lib/notification-kinds.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { markAllRead } from './use-notices.ts';

/** `notices`: the newest first. Nothing when none of them is unread. */
export function MarkAllRead({ notices }: { notices: readonly Notice[] }) {
  const t = useT();
  const mark = useMutation({ mutationFn: markAllRead });
  const [newest] = notices;
  if (!newest || notices.every(({ readAt }) => readAt !== null)) return null;
  return (
    <>
      <Button variant="subtle" loading={mark.isPending} onClick={() => mark.mutate(newest)}>
        {t('notification.mark-all')}
      </Button>
      <ErrorNote error={mark.error} />
    </>
  );
}

// Announcements: those that concern the reader, and for whoever publishes them all of them.
import { useQuery } from '@tanstack/react-query';
import type { api } from '#web/lib/api.ts';
import { useLanguage } from '#web/lib/i18n.ts';
import { useLive } from '#web/lib/live.ts';
import { orpc, queryClient } from '#web/lib/query.ts';

export type Announcement = Awaited<ReturnType<typeof api.announcements.get>>;
export type OwnAnnouncement = Awaited<ReturnType<typeof api.announcements.mine>>['items'][number];

export async function refreshAnnouncements(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: orpc.announcements.key() });
}

/** `open`: only those that wait for the reader. */
export function useOwnAnnouncements(open = false) {
  const language = useLanguage();
  useLive(['announcement.*'], () => void refreshAnnouncements());
  return useQuery(
    orpc.announcements.mine.queryOptions({
      input: { language, ...(open ? { open: 'yes' as const } : {}) },
      staleTime: 120_000,
    }),
  );
}

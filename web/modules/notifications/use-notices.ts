// One's own notices: how many are unread, kept current, and marking them as read.
import { useQuery } from '@tanstack/react-query';
import { api } from '#web/lib/api.ts';
import { useLive } from '#web/lib/live.ts';
import type { Notice } from '#web/lib/notification-kinds.ts';
import { orpc, queryClient } from '#web/lib/query.ts';

const refresh = () => queryClient.invalidateQueries({ queryKey: orpc.notifications.key() });

/** The stream tells only of one's own; whoever may not listen to it finds out by asking now and then. */
export function useUnread(): { unread: number; more: boolean } {
  useLive(['notification.*'], () => void refresh());
  return (
    useQuery(orpc.notifications.counts.queryOptions({ input: {}, refetchInterval: 300_000 })).data ?? {
      unread: 0,
      more: false,
    }
  );
}

/** Does not wait: where the notice leads opens at once, and what could not be marked stays unread. */
export function markRead({ id, readAt }: Notice): void {
  if (readAt === null) void api.notifications.read({ id }).then(refresh, () => undefined);
}

/** All that is not newer than what is shown first. */
export async function markAllRead(newest: Notice): Promise<void> {
  await api.notifications.readUntil({ until: newest.at });
  await refresh();
}

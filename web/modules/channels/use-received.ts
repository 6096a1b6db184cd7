// Mails that arrived, kept fresh by the events of their arrival.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { api } from '#web/lib/api.ts';
import { useLive } from '#web/lib/live.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import type { ReceivedState } from './mail-states.ts';

export type ReceivedMail = Awaited<ReturnType<typeof api.channels.listReceived>>['items'][number];

export function useReceived(state: ReceivedState | undefined) {
  useLive(
    ['message.received', 'message.ignored', 'message.refused'],
    () => void queryClient.invalidateQueries({ queryKey: orpc.channels.listReceived.key() }),
  );
  return usePaged(
    useInfiniteQuery(
      orpc.channels.listReceived.infiniteOptions({
        input: (cursor: string | undefined) => ({ state, cursor, limit: 50 }),
        ...byCursor,
        placeholderData: keepPreviousData,
      }),
    ),
  );
}

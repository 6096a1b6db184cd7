// Mails that left or wait to leave, kept fresh by the events of sending.
import { keepPreviousData, useInfiniteQuery, useMutation, useQueries, useQuery } from '@tanstack/react-query';
import { api } from '#web/lib/api.ts';
import { useLive } from '#web/lib/live.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import type { OutgoingState } from './mail-states.ts';

export type OutgoingMail = Awaited<ReturnType<typeof api.channels.listOutgoing>>['items'][number];
export type OutgoingLetter = Awaited<ReturnType<typeof api.channels.getOutgoing>>;

export async function refreshOutbox(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: orpc.channels.listOutgoing.key() }),
    queryClient.invalidateQueries({ queryKey: orpc.channels.getOutgoing.key() }),
  ]);
}

export function useOutbox(state: OutgoingState | undefined) {
  useLive(['mail.*', 'mail-settings.changed'], () => void refreshOutbox());
  return usePaged(
    useInfiniteQuery(
      orpc.channels.listOutgoing.infiniteOptions({
        input: (cursor: string | undefined) => ({ state, cursor, limit: 50 }),
        ...byCursor,
        placeholderData: keepPreviousData,
      }),
    ),
  );
}

export function useOutgoingMail(id: string) {
  return useQuery(orpc.channels.getOutgoing.queryOptions({ input: { id } }));
}

export function useSendAgain() {
  return useMutation({
    mutationFn: (id: string) => api.channels.sendAgain({ id }),
    // Also after a refusal: somebody else may have been faster, and the list shows what it is now.
    onSettled: () => refreshOutbox(),
  });
}

/** States in which a mail has not left, those that wait for a person first. */
const notLeft = ['uncertain', 'failed', 'held', 'queued'] as const satisfies readonly OutgoingState[];
const most = 100;

/** How many mails have not left, a state each; counting stops at a page, and then there are `more`. */
export function useCounts() {
  const pages = useQueries({
    queries: notLeft.map((state) => orpc.channels.listOutgoing.queryOptions({ input: { state, limit: most } })),
  });
  return notLeft.flatMap((state, index) => {
    const page = pages[index]?.data;
    return page && page.items.length > 0 ? [{ state, count: page.items.length, more: page.next !== null }] : [];
  });
}

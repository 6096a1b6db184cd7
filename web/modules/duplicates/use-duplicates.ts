// Pairs, merges and the comparison of all, as the API knows them, kept fresh by live events.
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { api } from '#web/lib/api.ts';
import { useLive } from '#web/lib/live.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { orpc, queryClient } from '#web/lib/query.ts';

type ListAnswer = Awaited<ReturnType<typeof api.duplicates.list>>;
export type Pair = ListAnswer['items'][number];
export type PairState = Pair['state'];
export type Compared = Pair['one'];
export type Preview = Awaited<ReturnType<typeof api.duplicates.preview>>;

export const pairStates = ['proposed', 'kept-apart', 'merged'] as const satisfies readonly PairState[];
export const pairId = (pair: Pair): string => `${pair.one.id} ${pair.other.id}`;
export const idsOf = (pair: Pair): { oneId: string; otherId: string } => ({
  oneId: pair.one.id,
  otherId: pair.other.id,
});

export async function refreshDuplicates(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: orpc.duplicates.key() });
}

export function usePairs(state: PairState) {
  useLive(['customer.*', 'duplicate-run.*'], () => void refreshDuplicates());
  return usePaged(
    useInfiniteQuery(
      orpc.duplicates.list.infiniteOptions({
        input: (cursor: string | undefined) => ({ state, cursor, limit: 20 }),
        ...byCursor,
        placeholderData: keepPreviousData,
      }),
    ),
  );
}

/** While it runs it is asked for again every second: batches are no events. */
export function useLastRun() {
  return useQuery({
    ...orpc.duplicates.lastRun.queryOptions({ input: {} }),
    refetchInterval: (query) => (query.state.data?.run?.state === 'running' ? 1000 : false),
  });
}

export function useMergesOf(customerId: string) {
  useLive(['customer.merged', 'customer.unmerged'], () => void refreshDuplicates());
  return useQuery(orpc.duplicates.mergesOf.queryOptions({ input: { id: customerId } }));
}

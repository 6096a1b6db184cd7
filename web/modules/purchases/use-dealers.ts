// Dealers as the API knows them, kept fresh by live events.
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { api } from '#web/lib/api.ts';
import { useLive } from '#web/lib/live.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { orpc, queryClient } from '#web/lib/query.ts';

export type Dealer = Awaited<ReturnType<typeof api.purchases.listDealers>>['items'][number];
export type DealerDetail = Awaited<ReturnType<typeof api.purchases.getDealer>>;

export function useDealers(q: string | undefined) {
  useLive(['dealer.*'], () => void refreshDealers());
  return usePaged(
    useInfiniteQuery(
      orpc.purchases.listDealers.infiniteOptions({
        input: (cursor: string | undefined) => ({ q, cursor, limit: 50 }),
        ...byCursor,
        placeholderData: keepPreviousData,
      }),
    ),
  );
}

export function useDealer(id: string | null) {
  useLive(['person.*', 'invitation.*', 'purchase.*'], () => void refreshDealers());
  return useQuery({ ...orpc.purchases.getDealer.queryOptions({ input: { id: id ?? '' } }), enabled: id !== null });
}

export async function refreshDealers(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: orpc.purchases.listDealers.key() }),
    queryClient.invalidateQueries({ queryKey: orpc.purchases.getDealer.key() }),
  ]);
}

// A list that comes page by page: the rows so far, and a way to ask for more.
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';

export type Paged<Row> = {
  rows: Row[];
  /** Nothing has come yet. */
  waiting: boolean;
  error: Error | null;
  retry: () => void;
  /** For the end of the list; does nothing when all is there. */
  more: () => void;
  hasMore: boolean;
};

/** What every list of ours has in common: `orpc.x.list.infiniteOptions({ input: (cursor) => ({ cursor }), ...byCursor })`. */
export const byCursor = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: { next: string | null }) => page.next ?? undefined,
};

/** `usePaged(useInfiniteQuery(…))` */
export function usePaged<Row>(
  query: UseInfiniteQueryResult<InfiniteData<{ items: Row[]; next: string | null }>>,
): Paged<Row> {
  const { hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return {
    rows: query.data?.pages.flatMap((page) => page.items) ?? [],
    waiting: query.isPending,
    error: query.error,
    retry: () => void refetch(),
    more,
    hasMore: hasNextPage,
  };
}

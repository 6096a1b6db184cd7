// The dry run of a move, page by page until all instances were looked at; and how its elements are called.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { MigratedElement, MigrationMapping } from '#contract/process-migrations.ts';
import { findMessage, type Translate } from '#web/lib/i18n.ts';
import type { api } from '#web/lib/api.ts';
import { byCursor } from '#web/lib/paged.ts';
import { orpc } from '#web/lib/query.ts';

export type Migration = Awaited<ReturnType<typeof api.processMigrations.list>>['items'][number];

/** Pages of a hundred that are asked for by themselves; further ones when somebody asks. */
const mostPages = 20;

export type MigrationWish = { id: string; from: number; to: number; mapping: MigrationMapping };

export function useMigrationPlan(wish: MigrationWish, enabled: boolean) {
  const query = useInfiniteQuery({
    ...orpc.processMigrations.plan.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...wish, cursor, limit: 100 }),
      ...byCursor,
    }),
    enabled,
    placeholderData: keepPreviousData,
  });
  const { data, hasNextPage, isFetching, isPlaceholderData, fetchNextPage } = query;
  const pages = data?.pages ?? [];
  const goOn = hasNextPage && !isFetching && !isPlaceholderData && pages.length < mostPages;
  useEffect(() => {
    if (goOn) void fetchNextPage();
  }, [goOn, fetchNextPage]);
  const items = pages.flatMap((page) => page.items);
  const refused = items.filter(({ faults }) => faults.length > 0);
  return {
    query,
    running: pages[0]?.running ?? 0,
    elements: pages[0]?.elements ?? [],
    lookedAt: items.length,
    moves: items.length - refused.length,
    refused,
    /** Of the choice that is shown, not of the one before. */
    current: data !== undefined && !isPlaceholderData,
    more: hasNextPage && pages.length >= mostPages ? () => void fetchNextPage() : null,
  };
}

export const kindWords = (kind: string): string =>
  findMessage(`migration.kind.${kind}`) ??
  findMessage(`diagram.kind.${kind}`) ??
  findMessage('diagram.kind.other') ??
  '';

export function elementWords(t: Translate, { kind, name }: Pick<MigratedElement, 'kind' | 'name'>): string {
  const called = name || t('diagram.unnamed');
  return kind === 'sequence-flow' ? t('migration.way-from', { name: called }) : called;
}

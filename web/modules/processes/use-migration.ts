// The dry run of a move, page by page until all instances were looked at; the moves on record; and how elements are called.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Language } from '#contract/common.ts';
import type { MigratedElement, MigrationMapping } from '#contract/process-migrations.ts';
import { findMessage, type Translate } from '#web/lib/i18n.ts';
import type { api } from '#web/lib/api.ts';
import { byCursor, type Paged, usePaged } from '#web/lib/paged.ts';
import { orpc } from '#web/lib/query.ts';

export type { MigratedElement };
export type Migration = Awaited<ReturnType<typeof api.processMigrations.list>>['items'][number];
export type PlannedInstance = Awaited<ReturnType<typeof api.processMigrations.plan>>['items'][number];

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
    movable: items.filter(({ faults }) => faults.length === 0),
    refused,
    /** Nothing is left to look at. */
    whole: data !== undefined && !hasNextPage,
    /** Of the choice that is shown, not of the one before. */
    current: data !== undefined && !isPlaceholderData,
    more: hasNextPage && pages.length >= mostPages ? () => void fetchNextPage() : null,
  };
}

/** Those of a model, the newest first. */
export function useMigrations(modelId: string): Paged<Migration> {
  return usePaged(
    useInfiniteQuery({
      ...orpc.processMigrations.list.infiniteOptions({
        input: (cursor: string | undefined) => ({ id: modelId, cursor, limit: 20 }),
        ...byCursor,
      }),
      // While one goes on, each instance is an event; a storm of them is told in one go.
      refetchInterval: ({ state }) => (state.data?.pages[0]?.items.some(goesOn) ? 2_000 : false),
    }),
  );
}

export const goesOn = ({ endedAt }: Pick<Migration, 'endedAt'>): boolean => endedAt === null;

export const kindWords = (kind: string): string =>
  findMessage(`migration.kind.${kind}`) ??
  findMessage(`diagram.kind.${kind}`) ??
  findMessage('diagram.kind.other') ??
  '';

export function elementWords(t: Translate, { kind, name }: Pick<MigratedElement, 'kind' | 'name'>): string {
  const called = name || t('diagram.unnamed');
  return kind === 'sequence-flow' ? t('migration.way-from', { name: called }) : called;
}

/** Where an instance stands, or by which ways it has come to where others are waited for. */
export function placesWords(
  t: Translate,
  language: Language,
  { rows }: Pick<PlannedInstance, 'rows'>,
  elements: readonly MigratedElement[],
): string {
  const stands = (type: string) => rows.filter((row) => row.type === type).map(({ elementId }) => elementId);
  const tokens = stands('token');
  const ids = new Set(tokens.length > 0 ? tokens : stands('arrival'));
  const named = elements.filter(({ elementId }) => ids.has(elementId)).map((element) => elementWords(t, element));
  return named.join(language === 'en' ? ', ' : '، ') || t('instance.status.running');
}

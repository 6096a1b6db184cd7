// What is asked of the server about cases, under one key each, and how an answer reaches every place that shows the case.
import { type InfiniteData, queryOptions } from '@tanstack/react-query';
import type { Language } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import type { CaseListInput, CaseRow, CaseView, TimelineItem } from './wire.ts';

type ListPage = { items: CaseRow[]; next: string | null };
export type CasePages = InfiniteData<ListPage, string | undefined>;

export const pageSize = 50;
export const countsQuery = orpc.cases.counts.queryOptions({ input: {} });

export function caseListQuery(filter: CaseListInput) {
  return orpc.cases.list.infiniteOptions({
    input: (cursor: string | undefined) => ({ ...filter, limit: pageSize, ...(cursor ? { cursor } : {}) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function caseQuery(id: string) {
  return orpc.cases.get.queryOptions({ input: { id } });
}

export function promisesQuery(id: string) {
  return orpc.cases.promises.queryOptions({ input: { id } });
}

export function stepSheetsQuery(id: string, language: Language) {
  return orpc.cases.stepSheets.queryOptions({ input: { id, language } });
}

export function caseFormsQuery(id: string) {
  return orpc.cases.forms.queryOptions({ input: { id } });
}

export function caseProcessesQuery(id: string) {
  return orpc.cases.processes.queryOptions({ input: { id } });
}

/** The whole timeline: few cases have more than a hundred events, and a conversation with holes cannot be read. */
export function timelineQuery(id: string) {
  return queryOptions({
    queryKey: ['case-timeline', id],
    queryFn: async ({ signal }): Promise<TimelineItem[]> => {
      const items: TimelineItem[] = [];
      let cursor: string | undefined;
      do {
        const page = await api.cases.timeline({ id, limit: 100, ...(cursor ? { cursor } : {}) }, { signal });
        items.push(...page.items);
        cursor = page.next ?? undefined;
      } while (cursor);
      return items;
    },
  });
}

/** A verb answered with how the case stands now: shown everywhere at once, the rest is asked for again. */
export async function showChanged(view: CaseView): Promise<void> {
  queryClient.setQueryData(caseQuery(view.id).queryKey, view);
  patchRows(new Map([[view.id, view]]));
  void queryClient.invalidateQueries({ queryKey: countsQuery.queryKey });
  void queryClient.invalidateQueries({ queryKey: promisesQuery(view.id).queryKey });
  void queryClient.invalidateQueries({ queryKey: orpc.cases.stepSheets.key({ input: { id: view.id } }) });
  void queryClient.invalidateQueries({ queryKey: caseFormsQuery(view.id).queryKey });
  await queryClient.invalidateQueries({ queryKey: timelineQuery(view.id).queryKey });
}

/** Puts newer facts into rows that are shown, without moving any. */
export function patchRows(changes: ReadonlyMap<string, Partial<CaseRow>>): void {
  queryClient.setQueriesData<CasePages>({ queryKey: orpc.cases.list.key({ type: 'infinite' }) }, (pages) =>
    pages?.pages.some((page) => page.items.some((row) => changes.has(row.id)))
      ? { ...pages, pages: pages.pages.map((page) => ({ ...page, items: page.items.map(patched) })) }
      : pages,
  );

  function patched(row: CaseRow): CaseRow {
    const change = changes.get(row.id);
    return change ? { ...row, ...change } : row;
  }
}

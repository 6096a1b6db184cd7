// The list of the inbox: as many cases as there are, only those in sight in the page, more when the end comes near.
import { Button } from '@mantine/core';
import { IconArrowUp, IconInbox } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { usePreferences } from '#web/lib/preferences.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { useHasFilters } from './active-filters.tsx';
import { CaseListRow } from './case-list-row.tsx';
import type { CaseSearch } from './case-search.ts';
import classes from './inbox.module.css';
import type { useCaseList } from './use-case-list.ts';
import type { Arrivals } from './use-case-live.ts';
import { useShowCases } from './use-case-search.ts';

export type CaseListHandle = { isScrolled: () => boolean; reveal: (id: string) => void };

export type CaseListProps = {
  handle: Ref<CaseListHandle>;
  list: ReturnType<typeof useCaseList>;
  search: CaseSearch;
  openId: string | null;
  cursorId: string | null;
  arrivals: Arrivals;
};

export function CaseList({ handle, list, search, openId, cursorId, arrivals }: CaseListProps) {
  const t = useT();
  const compact = usePreferences().density === 'compact';
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, hasNextPage, isFetchingNextPage, fetchNextPage, isPlaceholderData } = list;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: () => (compact ? 100 : 120),
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  const place = JSON.stringify(search);

  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && rows.length > 0 && last >= rows.length - 8) void fetchNextPage();
  }, [last, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  useEffect(() => {
    toTop(scroller.current);
  }, [place]);

  useImperativeHandle(handle, () => ({
    isScrolled: () => (scroller.current?.scrollTop ?? 0) > 60,
    reveal: (id) => {
      virtual.scrollToIndex(rows.findIndex((row) => row.id === id));
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>(`[data-case="${id}"]`)?.focus({ preventScroll: true }),
      );
    },
  }));

  return (
    <section className={classes['list']} aria-label={t('case.list')} aria-busy={list.isPending || isPlaceholderData}>
      {arrivals.count > 0 ? (
        <Button
          className={classes['arrivals'] ?? ''}
          size="compact-sm"
          radius="xl"
          leftSection={<IconArrowUp size={14} aria-hidden />}
          onClick={() => {
            toTop(scroller.current);
            arrivals.show();
          }}
        >
          {t('case.arrived', { count: arrivals.count })}
        </Button>
      ) : null}
      <div ref={scroller} className={classes['scroller']} data-stale={isPlaceholderData || undefined}>
        {list.isPending ? <RowsSkeleton rows={7} height={112} /> : null}
        {list.isError && rows.length === 0 ? <ErrorNote error={list.error} retry={() => void list.refetch()} /> : null}
        {list.isSuccess && rows.length === 0 ? <NoRows /> : null}
        <ul className={classes['rows']} style={{ blockSize: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            return row ? (
              <li
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                aria-posinset={item.index + 1}
                aria-setsize={hasNextPage ? -1 : rows.length}
                className={classes['row']}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <CaseListRow
                  row={row}
                  search={search}
                  open={row.id === openId}
                  marked={row.id === (openId ?? cursorId)}
                />
              </li>
            ) : null;
          })}
        </ul>
      </div>
    </section>
  );
}

function toTop(box: HTMLElement | null): void {
  if (box) box.scrollTop = 0;
}

function NoRows() {
  const t = useT();
  const show = useShowCases();
  const filtered = useHasFilters();
  return filtered ? (
    <EmptyState
      icon={IconInbox}
      title={t('case.none-found')}
      hint={t('case.none-found-hint')}
      action={
        <Button variant="default" onClick={() => show({})}>
          {t('case.filters-clear')}
        </Button>
      }
    />
  ) : (
    <EmptyState icon={IconInbox} title={t('case.none')} hint={t('case.none-hint')} />
  );
}

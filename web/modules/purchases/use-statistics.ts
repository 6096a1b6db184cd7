// The statistics of existing customers, what they may be limited to, and the customers behind a cell.
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { orpc } from '#web/lib/query.ts';
import type { Choice } from '#web/ui/form/choice-field.tsx';
import type { Dimension, StatisticsSearch } from './statistics-search.ts';

export type Statistics = Awaited<ReturnType<typeof api.purchases.statistics>>;
type Choices = Awaited<ReturnType<typeof api.purchases.statisticsChoices>>;

export function inputOf({ show: _show, cell: _cell, ...search }: StatisticsSearch) {
  return { ...search, rows: search.rows ?? 'province' };
}

export function useStatistics(search: StatisticsSearch) {
  return useQuery(
    orpc.purchases.statistics.queryOptions({ input: inputOf(search), placeholderData: keepPreviousData }),
  );
}

/** Of one kind, with their names in the reader's language; empty until they came. */
export function useStatisticsChoices(kind: keyof Choices): Choice[] {
  const text = useLocaleText();
  const choices = useQuery(orpc.purchases.statisticsChoices.queryOptions({ input: {}, staleTime: 60_000 }));
  return (choices.data?.[kind] ?? []).map(({ key, name }) => ({ value: key, label: text(name) }));
}

/** Says a value of a dimension. */
export function useValueName(): (value: Statistics['rows'][number], dimension: Dimension | undefined) => string {
  const t = useT();
  const text = useLocaleText();
  return ({ key, name }, dimension) => {
    if (key === 'unknown') return t('buyers.unknown');
    if (key === 'all') return t('buyers.customers');
    if (dimension === 'gender') return t(key === 'female' ? 'sale.gender.female' : 'sale.gender.male');
    if (dimension === 'kind') return t(key === 'company' ? 'sale.kind.company' : 'sale.kind.person');
    return text(name);
  };
}

export function useCellCustomers(search: StatisticsSearch, cell: string) {
  const [rowKey, columnKey] = cell.split('~');
  return usePaged(
    useInfiniteQuery(
      orpc.purchases.statisticsCustomers.infiniteOptions({
        input: (cursor: string | undefined) => ({
          ...inputOf(search),
          ...(rowKey ? { rowKey } : {}),
          ...(columnKey ? { columnKey } : {}),
          cursor,
          limit: 50,
        }),
        ...byCursor,
      }),
    ),
  );
}

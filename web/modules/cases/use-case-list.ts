// The rows of the inbox under the filters of the address, a page at a time.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { caseListQuery } from './case-queries.ts';
import { caseFilter, type CaseSearch } from './case-search.ts';
import type { CaseRow } from './wire.ts';

export function useCaseList(search: CaseSearch) {
  const query = useInfiniteQuery({ ...caseListQuery(caseFilter(search)), placeholderData: keepPreviousData });
  const rows = useMemo(() => unique(query.data?.pages.flatMap((page) => page.items) ?? []), [query.data]);
  return { ...query, rows };
}

/** A case that moved while pages were read may stand on two of them. */
function unique(rows: readonly CaseRow[]): CaseRow[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

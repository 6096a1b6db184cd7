// Promises kept in the period of the address, worst groups first.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { addDays, addMonths, fromIsoDate, toIsoDate } from '#kernel/calendar/calendar-date.ts';
import { periodAt } from '#kernel/calendar/periods.ts';
import type { DateSettings } from '#kernel/calendar/settings.ts';
import { useFormat } from '#web/lib/format.ts';
import { orpc } from '#web/lib/query.ts';
import { type ComplianceSearch, validateComplianceSearch } from './compliance-search.ts';
import type { Compliance } from './policy-wire.ts';

export type Group = Compliance['groups'][number];

export function useComplianceSearch(): {
  search: ComplianceSearch;
  show: (change: Partial<ComplianceSearch>) => void;
} {
  const navigate = useNavigate();
  const search = validateComplianceSearch(useSearch({ strict: false }) as Record<string, unknown>);
  return {
    search,
    show: (change) =>
      void navigate({
        to: '/figures/service-levels',
        search: validateComplianceSearch({ ...search, ...change }),
        replace: true,
      }),
  };
}

export function useCompliance(search: ComplianceSearch) {
  const { settings } = useFormat();
  const { period, from, to, by = 'target', ...filter } = search;
  return useQuery({
    ...orpc.servicePolicies.compliance.queryOptions({
      input: { ...filter, by, ...range({ period, from, to }, settings) },
    }),
    placeholderData: keepPreviousData,
  });
}

/** Without a beginning the server takes the last 90 days; without an end, until now. */
function range(
  { period, from, to }: { period: ComplianceSearch['period']; from: string | undefined; to: string | undefined },
  settings: DateSettings,
): { from?: string; until?: string } {
  if (period === 'custom')
    return {
      ...(from ? { from } : {}),
      ...(to ? { until: toIsoDate(addDays(fromIsoDate(to, 'gregory'), 1)) } : {}),
    };
  if (period === undefined || period === '90-days') return {};
  const { first } = periodAt('month', new Date(), settings);
  return { from: toIsoDate(period === 'month' ? first : addMonths(first, -11)) };
}

/** The smallest share kept first; then those of which nothing is decided; those too small to be shown at the end. */
export function worstFirst(groups: readonly Group[]): Group[] {
  const rank = ({ figures }: Group): number =>
    figures.clocks === null ? 3 : figures.kept === null ? 2 : figures.kept.share;
  return groups.toSorted((one, other) => rank(one) - rank(other));
}

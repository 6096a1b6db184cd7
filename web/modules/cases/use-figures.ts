// The figures of the period in the address; months are those of the organisation's own calendar.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { addDays, addMonths, fromIsoDate } from '#kernel/calendar/calendar-date.ts';
import { periodAt, startOfDay } from '#kernel/calendar/periods.ts';
import type { DateSettings } from '#kernel/calendar/settings.ts';
import { useFormat } from '#web/lib/format.ts';
import { orpc } from '#web/lib/query.ts';
import { type FiguresSearch, validateFiguresSearch } from './figures-search.ts';

const monthsBack = { month: 0, 'three-months': 2, year: 11 } as const;

export function useFiguresSearch(): { search: FiguresSearch; show: (change: Partial<FiguresSearch>) => void } {
  const navigate = useNavigate();
  const search = validateFiguresSearch(useSearch({ strict: false }) as Record<string, unknown>);
  return {
    search,
    show: (change) =>
      void navigate({ to: '/figures', search: validateFiguresSearch({ ...search, ...change }), replace: true }),
  };
}

export function useFigures(search: FiguresSearch) {
  const { settings } = useFormat();
  const { unitId, kind } = search;
  return useQuery({
    ...orpc.cases.figures.queryOptions({
      input: { ...range(search, settings), ...(unitId ? { unitId } : {}), ...(kind ? { kind } : {}) },
    }),
    placeholderData: keepPreviousData,
  });
}

/** Without an end the period runs until now. */
function range({ period = 'year', from, to }: FiguresSearch, settings: DateSettings): { from?: string; to?: string } {
  if (period === 'custom')
    return {
      ...(from ? { from: startOfDay(from, settings.timeZone).toISOString() } : {}),
      ...(to ? { to: startOfDay(addDays(fromIsoDate(to, 'gregory'), 1), settings.timeZone).toISOString() } : {}),
    };
  const { first } = periodAt('month', new Date(), settings);
  return { from: startOfDay(addMonths(first, -monthsBack[period]), settings.timeZone).toISOString() };
}

// The working calendars of the organisation, kept fresh by live events.
import { useQuery } from '@tanstack/react-query';
import type { api } from '#web/lib/api.ts';
import { useLive } from '#web/lib/live.ts';
import { orpc, queryClient } from '#web/lib/query.ts';

export type Calendar = Awaited<ReturnType<typeof api.serviceLevels.getCalendar>>;
export type Exception = Calendar['exceptions'][number];
export type Closure = Calendar['closures'][number];

const calendarsQuery = orpc.serviceLevels.listCalendars.queryOptions({ input: {} });

export function useCalendars() {
  useLive(['working-calendar.*'], () => void refreshCalendars());
  return useQuery(calendarsQuery);
}

export async function refreshCalendars(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: orpc.serviceLevels.key() });
}

// Customers as the API knows them: the searched list and one of them, kept fresh by live events.
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { api } from '#web/lib/api.ts';
import { useLive } from '#web/lib/live.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { type CustomerSearch, filtersOf } from './customer-search.ts';

export type Customer = Awaited<ReturnType<typeof api.customers.get>>;
export type ListedCustomer = Awaited<ReturnType<typeof api.customers.list>>['items'][number];
export type ContactPoint = Customer['contactPoints'][number];

export function useCustomers(search: CustomerSearch) {
  useLive(['customer.*'], () => void queryClient.invalidateQueries({ queryKey: orpc.customers.list.key() }));
  const query = useInfiniteQuery(
    orpc.customers.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...filtersOf(search), cursor, limit: 50 }),
      ...byCursor,
      placeholderData: keepPreviousData,
    }),
  );
  return { ...usePaged(query), hidden: query.data?.pages[0]?.hidden ?? [] };
}

/** Null asks for nobody. */
export function useCustomer(id: string | null) {
  useLive(['customer.*'], (events) => {
    if (id !== null && events.some((event) => event.subjectId === id)) void refreshCustomer(id);
  });
  return useQuery({ ...orpc.customers.get.queryOptions({ input: { id: id ?? '' } }), enabled: id !== null });
}

export async function refreshCustomer(id: string): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: orpc.customers.get.queryKey({ input: { id } }) });
}

/** Every change is answered with the customer as it is then. */
export function keepCustomer(customer: Customer): void {
  queryClient.setQueryData(orpc.customers.get.queryKey({ input: { id: customer.id } }), customer);
  void queryClient.invalidateQueries({ queryKey: orpc.customers.list.key() });
}

export async function refreshHistory(): Promise<void> {
  await Promise.all(
    [orpc.customers.listConsents, orpc.customers.timeline].map((one) =>
      queryClient.invalidateQueries({ queryKey: one.key() }),
    ),
  );
}

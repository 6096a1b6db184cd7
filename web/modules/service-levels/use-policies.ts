// Policies, regimes and what policies refer to by id, kept fresh by live events.
import { useQuery } from '@tanstack/react-query';
import { useLive } from '#web/lib/live.ts';
import { orpc, queryClient } from '#web/lib/query.ts';

/** Few and seldom changed elsewhere. */
const seldom = 300_000;

export const policiesQuery = orpc.servicePolicies.list.queryOptions({ input: {} });
export const regimesQuery = orpc.servicePolicies.regimes.queryOptions({ input: {}, staleTime: seldom });
export const categoriesQuery = orpc.catalogue.listCategories.queryOptions({ input: {}, staleTime: seldom });
export const productsQuery = orpc.catalogue.listProducts.queryOptions({ input: {}, staleTime: seldom });
export const unitsQuery = orpc.organisation.listUnits.queryOptions({ input: {}, staleTime: seldom });
export const segmentsQuery = orpc.segments.tree.queryOptions({ input: {}, staleTime: seldom });

export function usePolicies() {
  useLive(['service-policy.*'], () => void refreshPolicies());
  return useQuery(policiesQuery);
}

export async function refreshPolicies(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: orpc.servicePolicies.key() });
}

/** Trees and lists that conditions are chosen from; empty until they came. Products stand in no tree here. */
export function useChoices() {
  const categories = useQuery(categoriesQuery).data?.items ?? [];
  const products = useQuery(productsQuery).data?.items ?? [];
  const segments = useQuery(segmentsQuery).data?.nodes ?? [];
  return {
    categories,
    products: products.map(({ id, name }) => ({ id, name, parentId: null })),
    segments,
  };
}

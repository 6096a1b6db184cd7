// Categories and products of the organisation, kept fresh by live events.
import { useQuery } from '@tanstack/react-query';
import type { api } from '#web/lib/api.ts';
import { useLive } from '#web/lib/live.ts';
import { orpc, queryClient } from '#web/lib/query.ts';

export type Category = Awaited<ReturnType<typeof api.catalogue.listCategories>>['items'][number];
export type Product = Awaited<ReturnType<typeof api.catalogue.listProducts>>['items'][number];

export type ProductCategory = Awaited<ReturnType<typeof api.catalogue.listProductCategories>>['items'][number];

export const productCategoriesQuery = orpc.catalogue.listProductCategories.queryOptions({ input: {} });
export const categoriesQuery = orpc.catalogue.listCategories.queryOptions({ input: {} });
export const productsQuery = orpc.catalogue.listProducts.queryOptions({ input: {} });

export async function refreshCatalogue(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: categoriesQuery.queryKey }),
    queryClient.invalidateQueries({ queryKey: productsQuery.queryKey }),
    queryClient.invalidateQueries({ queryKey: productCategoriesQuery.queryKey }),
  ]);
}

/** All of them, also those out of use; empty until they came. */
export function useProducts(): readonly Product[] {
  useLive(['product.*'], () => void refreshCatalogue());
  return useQuery(productsQuery).data?.items ?? [];
}

/** All of them, also those out of use; empty until they came. */
export function useProductCategories(): readonly ProductCategory[] {
  useLive(['product-category.*'], () => void refreshCatalogue());
  return useQuery(productCategoriesQuery).data?.items ?? [];
}

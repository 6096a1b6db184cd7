// Names of what a case refers to by id: units, categories, products, people. Few and seldom changed, so asked for once.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '#web/lib/api.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { orpc } from '#web/lib/query.ts';

const seldom = 300_000;

export const unitsQuery = orpc.organisation.listUnits.queryOptions({ input: {}, staleTime: seldom });
export const categoriesQuery = orpc.catalogue.listCategories.queryOptions({ input: {}, staleTime: seldom });
export const productsQuery = orpc.catalogue.listProducts.queryOptions({ input: {}, staleTime: seldom });

/** Everybody who works here, up to a thousand; beyond that a name is found by typing it. */
export const peopleQuery = queryOptions({
  queryKey: ['case-people'],
  staleTime: seldom,
  queryFn: async ({ signal }) => {
    const people: Person[] = [];
    let cursor: string | undefined;
    do {
      const page = await api.organisation.listPeople({ limit: 100, ...(cursor ? { cursor } : {}) }, { signal });
      people.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor && people.length < 1000);
    return people;
  },
});
export type Person = Awaited<ReturnType<typeof api.organisation.listPeople>>['items'][number];
type NameOf = (id: string | null | undefined) => string;

/** Each gives '' for no id and for one that is not known (yet). */
export function useNames(): { unit: NameOf; category: NameOf; product: NameOf } {
  const text = useLocaleText();
  const units = useQuery(unitsQuery).data?.items;
  const categories = useQuery(categoriesQuery).data?.items;
  const products = useQuery(productsQuery).data?.items;
  return {
    unit: (id) => text(units?.find((one) => one.id === id)?.name),
    category: (id) => text(categories?.find((one) => one.id === id)?.name),
    product: (id) => text(products?.find((one) => one.id === id)?.name),
  };
}

export function usePersonName(wanted: boolean): NameOf {
  const people = useQuery({ ...peopleQuery, enabled: wanted }).data;
  return (id) => people?.find((one) => one.id === id)?.name ?? '';
}

// The filters of the list of customers as they stand in the address; own fields as `f.<key>`.
import type { CustomerFilters } from '#contract/customer-record.ts';
import { choiceParam, textParam } from '#web/lib/search-params.ts';

export const filterNames = [
  'kind',
  'stage',
  'gender',
  'ageGroupId',
  'incomeBandId',
  'educationId',
  'socialGroupId',
  'regionId',
  'responsibleId',
  'responsibleUnitId',
] as const;
export type FilterName = (typeof filterNames)[number];
export type CustomerSearch = { q?: string } & Partial<Record<FilterName, string>> & Record<`f.${string}`, string>;

const id = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value) ? value : undefined;

/** Written out: the contract brings zod along, which the first page does without. Anything that is not a filter is dropped, so that an old or mistyped link still opens. */
export function validateCustomerSearch(given: Record<string, unknown>): CustomerSearch {
  const own = Object.entries(given).filter(([name]) => /^f\.[a-z][a-z0-9-]{0,39}$/.test(name));
  const search: Record<string, string | undefined> = {
    q: textParam(given['q']),
    kind: choiceParam(given['kind'], ['person', 'company'] as const),
    stage: choiceParam(given['stage'], ['prospective', 'current', 'lapsed'] as const),
    gender: choiceParam(given['gender'], ['female', 'male'] as const),
    ...Object.fromEntries(
      (['ageGroupId', 'incomeBandId', 'educationId', 'socialGroupId', 'regionId', 'responsibleUnitId'] as const).map(
        (name) => [name, id(given[name])],
      ),
    ),
    responsibleId: given['responsibleId'] === 'me' ? 'me' : id(given['responsibleId']),
    ...Object.fromEntries(own.map(([name, value]) => [name, textParam(value)])),
  };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as CustomerSearch;
}

/** What the API is asked with. */
export function filtersOf(search: CustomerSearch): CustomerFilters & { q?: string } {
  const fields = ownFilters(search);
  const plain = Object.fromEntries(Object.entries(search).filter(([name]) => !name.startsWith('f.')));
  return { ...plain, ...(fields.length > 0 ? { fields: Object.fromEntries(fields) } : {}) } as CustomerFilters;
}

export function ownFilters(search: CustomerSearch): [key: string, value: string][] {
  return Object.entries(search).flatMap(([name, value]) =>
    name.startsWith('f.') && typeof value === 'string' ? [[name.slice(2), value] as [string, string]] : [],
  );
}

export function withFilter(search: CustomerSearch, name: string, value: string | null | undefined): CustomerSearch {
  const { [name as 'q']: _, ...rest } = search;
  return (value ? { ...rest, [name]: value } : rest) as CustomerSearch;
}

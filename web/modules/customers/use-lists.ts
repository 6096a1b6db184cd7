// What records refer to: the organisation's own fields, choices and regions, kept fresh by live events.
import { useQuery } from '@tanstack/react-query';
import type { ChoiceList, CustomerChoice, CustomerField, Region } from '#contract/customer-record.ts';
import { useLive } from '#web/lib/live.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import type { z } from 'zod';

const seldom = 300_000;
export const fieldsQuery = { ...orpc.customerSettings.listFields.queryOptions({ input: {} }), staleTime: seldom };
export const choicesQuery = { ...orpc.customerSettings.listChoices.queryOptions({ input: {} }), staleTime: seldom };
export const regionsQuery = { ...orpc.customerSettings.listRegions.queryOptions({ input: {} }), staleTime: seldom };

export async function refreshLists(): Promise<void> {
  await Promise.all(
    [fieldsQuery, choicesQuery, regionsQuery].map(({ queryKey }) => queryClient.invalidateQueries({ queryKey })),
  );
}

export type Lists = {
  fields: readonly CustomerField[];
  choices: readonly CustomerChoice[];
  regions: readonly Region[];
};

/** Empty until they came. */
export function useLists(): Lists {
  useLive(['customer-field.*', 'customer-choice.*', 'region.*'], () => void refreshLists());
  return {
    fields: useQuery(fieldsQuery).data?.items ?? [],
    choices: useQuery(choicesQuery).data?.items ?? [],
    regions: useQuery(regionsQuery).data?.items ?? [],
  };
}

export const listOf = {
  ageGroupId: 'age-group',
  incomeBandId: 'income-band',
  educationId: 'education',
  socialGroupId: 'social-group',
} as const satisfies Record<string, z.infer<typeof ChoiceList>>;
export type ChoiceFieldName = keyof typeof listOf;
export const choiceFieldNames = Object.keys(listOf) as ChoiceFieldName[];

/** For a select: those in use, and the one that stands there already. */
export function useChoices(lists: Lists, name: ChoiceFieldName, current?: string | null) {
  const text = useLocaleText();
  return lists.choices
    .filter((choice) => choice.list === listOf[name] && (choice.active || choice.id === current))
    .map((choice) => ({ value: choice.id, label: text(choice.name) }));
}

/** "Riyadh · Saudi Arabia": the nearest first. */
export function useRegionName(regions: readonly Region[]): (id: string | null | undefined) => string {
  const text = useLocaleText();
  const byId = new Map(regions.map((region) => [region.id, region]));
  const way = (id: string | null | undefined): string[] => {
    const region = id ? byId.get(id) : undefined;
    return region ? [text(region.name), ...way(region.parentId)] : [];
  };
  return (id) => way(id).join(' · ');
}

// Chooses another case by its number or its words; the customer's own cases are offered first.
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isolate, isolateLtr } from '#kernel/text/isolate.ts';
import { useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { type FieldProps, inputProps, useField } from '#web/ui/form/use-field.ts';

type Reference = { id: string; number: string; subject: string };

export function CaseReferenceField({
  notId,
  near,
  ...props
}: FieldProps & { notId: string; near: readonly Reference[] }) {
  const t = useT();
  const field = useField<string | null>(props);
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(typed.trim(), 200);
  const found = useQuery({
    ...orpc.cases.list.queryOptions({ input: { q: wanted, limit: 10 } }),
    enabled: wanted.length > 2,
    placeholderData: keepPreviousData,
  }).data?.items;
  const known = new Map<string, Reference>([...(wanted.length > 2 ? (found ?? []) : near)].map((one) => [one.id, one]));
  const chosen = [...near, ...(found ?? [])].find((one) => one.id === field.value);
  if (chosen) known.set(chosen.id, chosen);
  return (
    <Select
      {...inputProps(props, field.error)}
      ref={field.ref}
      searchable
      clearable
      nothingFoundMessage={t('ui.nothing-found')}
      data={[...known.values()]
        .filter((one) => one.id !== notId)
        .map((one) => ({ value: one.id, label: `${isolateLtr(one.number)} · ${isolate(one.subject)}` }))}
      filter={({ options }) => options}
      onSearchChange={setTyped}
      value={field.value}
      onChange={field.change}
      onBlur={field.blur}
    />
  );
}

// A field of a form that finds a customer by name, phone, e-mail or external id.
import { Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { type FieldProps, inputProps, useField } from '#web/ui/form/use-field.ts';
import { Ltr } from '#web/ui/ltr.tsx';

export function CustomerField({ except, ...props }: FieldProps & { except?: string }) {
  const t = useT();
  const field = useField<string | null>(props);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(null);
  const [wanted] = useDebouncedValue(typed.trim(), 200);
  const q = wanted === '' || wanted === chosen?.name ? undefined : wanted;
  const found = useQuery({
    ...orpc.customers.list.queryOptions({ input: { q, limit: 20 } }),
    placeholderData: keepPreviousData,
  });
  const items = (found.data?.items ?? []).filter((customer) => customer.id !== except);
  const hints = new Map(items.map((customer) => [customer.id, customer.phone ?? customer.email ?? '']));
  const offered = items.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      {...inputProps(props, field.error)}
      ref={field.ref}
      searchable
      placeholder={t('customer.search')}
      nothingFoundMessage={t('ui.nothing-found')}
      data={chosen && !hints.has(chosen.id) ? [{ value: chosen.id, label: chosen.name }, ...offered] : offered}
      filter={({ options }) => options}
      value={field.value || null}
      onChange={(id, option) => {
        setChosen(id === null || option === null ? null : { id, name: option.label });
        field.change(id ?? '');
      }}
      searchValue={typed}
      onSearchChange={setTyped}
      onBlur={field.blur}
      renderOption={({ option }) => (
        <div>
          <bdi>{option.label}</bdi>
          <Text size="sm" c="dimmed">
            <Ltr>{hints.get(option.value) ?? ''}</Ltr>
          </Text>
        </div>
      )}
    />
  );
}

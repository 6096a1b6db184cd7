// Chooses a person of the organisation by searching names and addresses; only those who can sign in.
import { Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { Ltr } from '#web/ui/ltr.tsx';
import { usePeopleById } from './use-people.ts';

export type PersonPickerProps = {
  label: string;
  hint?: string;
  value: string | null;
  onChange: (personId: string | null) => void;
  /** Only people with a position in this unit. */
  unitId?: string;
  clearable?: boolean;
  required?: boolean;
  error?: string | undefined;
};

export function PersonPicker({ label, hint, value, onChange, unitId, clearable, required, error }: PersonPickerProps) {
  const t = useT();
  const known = usePeopleById();
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(typed.trim(), 200);
  const chosen = value ? known.get(value) : undefined;
  // The name of the chosen person stands in the box: then nothing was typed.
  const q = wanted === '' || wanted === chosen?.name ? undefined : wanted;
  const found = useQuery({
    ...orpc.organisation.listPeople.queryOptions({ input: { q, unitId, limit: 20 } }),
    placeholderData: keepPreviousData,
  });
  const offered = (found.data?.items ?? []).filter((person) => person.active);
  const people = chosen && !offered.some(({ id }) => id === chosen.id) ? [chosen, ...offered] : offered;
  const byId = new Map(people.map((person) => [person.id, person]));
  return (
    <Select
      label={label}
      description={hint}
      error={error}
      withAsterisk={required ?? false}
      searchable
      clearable={clearable ?? true}
      placeholder={t('organisation.person-search')}
      nothingFoundMessage={t('ui.nothing-found')}
      data={people.map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      value={value}
      onChange={onChange}
      searchValue={typed}
      onSearchChange={setTyped}
      renderOption={({ option }) => (
        <div>
          <bdi>{option.label}</bdi>
          <Text size="sm" c="dimmed">
            <Ltr>{byId.get(option.value)?.email ?? ''}</Ltr>
          </Text>
        </div>
      )}
    />
  );
}

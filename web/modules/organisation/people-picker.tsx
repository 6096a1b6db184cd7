// Chooses several people of the organisation by searching names; only those who can sign in.
import { MultiSelect, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { Ltr } from '#web/ui/ltr.tsx';
import { usePeopleById } from './use-people.ts';

export type PeoplePickerProps = {
  label: string;
  hint?: string;
  value: string[];
  onChange: (personIds: string[]) => void;
  error?: string | undefined;
};

export function PeoplePicker({ label, hint, value, onChange, error }: PeoplePickerProps) {
  const t = useT();
  const known = usePeopleById();
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(typed.trim(), 200);
  const found = useQuery({
    ...orpc.organisation.listPeople.queryOptions({ input: { q: wanted || undefined, limit: 20 } }),
    placeholderData: keepPreviousData,
  });
  const offered = (found.data?.items ?? []).filter((person) => person.active);
  const chosen = value.flatMap((id) => known.get(id) ?? []);
  const people = [...chosen.filter(({ id }) => !offered.some((one) => one.id === id)), ...offered];
  const byId = new Map(people.map((person) => [person.id, person]));
  return (
    <MultiSelect
      label={label}
      description={hint}
      error={error}
      searchable
      clearable
      placeholder={value.length === 0 ? t('organisation.person-search') : ''}
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

// Chooses a process that is in force, searched by its name among all there are.
import { Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { orpc } from '#web/lib/query.ts';
import { type FieldProps, inputProps, useField } from './form/use-field.ts';

type ProcessFieldProps = FieldProps & {
  /** What the form holds of it. */
  by: 'id' | 'key';
  /** Chosen already; it may be in force no more. */
  known?: { value: string; label: string } | null;
  /** Keys of those that are not offered. */
  without?: readonly string[];
  clearable?: boolean;
};

export function ProcessField({ by, known, without = [], clearable = false, ...props }: ProcessFieldProps) {
  const text = useLocaleText();
  const field = useField<string | null>(props);
  const [typed, setTyped] = useState('');
  const found = useQuery({
    ...orpc.processes.listModels.queryOptions({
      input: { status: 'in-force', q: typed.trim() || undefined, limit: 20 },
    }),
    placeholderData: keepPreviousData,
  });
  // What was chosen is found no more once something else is searched for.
  const [chosen, setChosen] = useState(known ?? null);
  const offered = (found.data?.items ?? [])
    .filter(({ key }) => !without.includes(key))
    .map((model) => ({ value: model[by], label: text(model.name) }));
  const choices = chosen && !offered.some(({ value }) => value === chosen.value) ? [chosen, ...offered] : offered;
  return (
    <Select
      {...inputProps(props, field.error)}
      ref={field.ref}
      data={choices}
      filter={({ options }) => options}
      onSearchChange={(now) => setTyped(choices.some(({ label }) => label === now) ? '' : now)}
      searchable
      clearable={clearable}
      allowDeselect={clearable}
      value={field.value || null}
      onChange={(value, option) => {
        setChosen(option && value !== null ? { value, label: option.label } : null);
        field.change(value);
      }}
      onBlur={field.blur}
    />
  );
}

// A field that opens a list to choose one of many; apart from the others, since a list brings much code.
import { Select } from '@mantine/core';
import type { Choice } from './choice-field.tsx';
import { type FieldProps, inputProps, useField } from './use-field.ts';

/** A list to choose from; `clearable` gives null. */
export function SelectField({
  choices,
  clearable,
  searchable,
  ...props
}: FieldProps & { choices: readonly Choice[]; clearable?: boolean; searchable?: boolean }) {
  const field = useField<string | null>(props);
  return (
    <Select
      {...inputProps(props, field.error)}
      ref={field.ref}
      data={choices.map(({ value, label }) => ({ value, label }))}
      clearable={clearable ?? false}
      searchable={searchable ?? false}
      allowDeselect={clearable ?? false}
      value={field.value ?? null}
      onChange={field.change}
      onBlur={field.blur}
    />
  );
}

// A field for several entries of a list or tree, which is searched like that of one.
import { MultiSelect } from '@mantine/core';
import { type TreeSelectEntry, useTreeOptions } from '../tree-select.tsx';
import { type FieldProps, inputProps, useField } from './use-field.ts';

export function SeveralField({
  entries,
  placeholder,
  ...props
}: FieldProps & { entries: readonly TreeSelectEntry[]; /** Shown while nothing is chosen. */ placeholder: string }) {
  const field = useField<string[]>(props);
  return (
    <MultiSelect
      {...inputProps(props, field.error)}
      {...useTreeOptions(entries)}
      ref={field.ref}
      searchable
      placeholder={field.value.length === 0 ? placeholder : ''}
      value={field.value}
      onChange={field.change}
      onBlur={field.blur}
    />
  );
}

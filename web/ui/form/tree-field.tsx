// Chooses one entry of a tree (a unit, a category): searched by normalised text, shown with the way to it.
import { TreeSelect, type TreeSelectEntry } from '../tree-select.tsx';
import { type FieldProps, inputProps, useField } from './use-field.ts';

export function TreeField({
  entries,
  clearable,
  ...props
}: FieldProps & { entries: readonly TreeSelectEntry[]; clearable?: boolean }) {
  const field = useField<string | null>(props);
  return (
    <TreeSelect
      {...inputProps(props, field.error)}
      ref={field.ref}
      entries={entries}
      clearable={clearable ?? true}
      value={field.value ?? null}
      onChange={field.change}
      onBlur={field.blur}
    />
  );
}

// Something of the organisation that an element names, chosen from a list. What is named and not in the list stays as it is written.
import { Select } from '@mantine/core';
import { useEditor } from './use-editor.ts';

export type ListedFieldProps = {
  label: string;
  hint: string;
  /** Says that nothing was found. */
  none: string;
  value: string;
  /** How the value is called where it is not among the choices. */
  called?: string;
  choices: readonly { value: string; label: string }[];
  /** Empty: it names nothing. */
  onChange: (value: string) => void;
  /** Where the server searches; without, what was typed is sought among the choices. */
  onSearch?: (typed: string) => void;
};

export function ListedField({
  label,
  hint,
  none,
  value,
  called = value,
  choices,
  onChange,
  onSearch,
}: ListedFieldProps) {
  const { readOnly } = useEditor();
  const known = choices.some((one) => one.value === value);
  return (
    <Select
      label={label}
      description={hint}
      disabled={readOnly}
      searchable
      clearable
      nothingFoundMessage={none}
      data={[...(value && !known ? [{ value, label: called }] : []), ...choices]}
      {...(onSearch
        ? {
            filter: ({ options }) => options,
            onSearchChange: (typed) => onSearch(choices.some((one) => one.label === typed) ? '' : typed),
          }
        : {})}
      value={value || null}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  );
}

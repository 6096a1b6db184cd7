// Connects an input of ours with the form around it: value, change, fault text and the label of the summary.
import { useController } from 'react-hook-form';
import { useFieldLabel } from './field-labels.ts';
import { fieldMessage } from './use-zod-form.ts';

/** What every field takes. `name` is the path in the form's values, such as `administrator.email`. */
export type FieldProps = {
  name: string;
  label: string;
  /** What to write here, in one line. */
  hint?: string;
  required?: boolean;
  disabled?: boolean;
};

export function useField<Value>({ name, label }: FieldProps) {
  const { field, fieldState } = useController({ name });
  useFieldLabel(name, label);
  return {
    ref: field.ref,
    value: field.value as Value,
    change: field.onChange as (value: Value) => void,
    blur: field.onBlur,
    error: fieldMessage(fieldState.error?.message ?? fieldState.error?.root?.message),
  };
}

/** The props that Mantine's inputs share. */
export function inputProps({ label, hint, required, disabled }: FieldProps, error: string | undefined) {
  return {
    label,
    description: hint,
    withAsterisk: required ?? false,
    required: false,
    'aria-required': required ?? false,
    disabled: disabled ?? false,
    error,
  };
}

// A field for yes or no.
import { Switch } from '@mantine/core';
import { type FieldProps, useField } from './use-field.ts';

export function SwitchField(props: FieldProps) {
  const field = useField<boolean>(props);
  return (
    <Switch
      label={props.label}
      description={props.hint}
      disabled={props.disabled ?? false}
      error={field.error}
      ref={field.ref}
      checked={field.value ?? false}
      onChange={(event) => field.change(event.currentTarget.checked)}
      onBlur={field.blur}
    />
  );
}

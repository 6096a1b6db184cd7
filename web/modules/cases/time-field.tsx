// A field for a time of day.
import { TextInput } from '@mantine/core';
import { type FieldProps, inputProps, useField } from '#web/ui/form/use-field.ts';

export function TimeField(props: FieldProps) {
  const field = useField<string | undefined>(props);
  return (
    <TextInput
      {...inputProps(props, field.error)}
      ref={field.ref}
      type="time"
      value={field.value ?? ''}
      onChange={(event) => field.change(event.currentTarget.value)}
      onBlur={field.blur}
    />
  );
}

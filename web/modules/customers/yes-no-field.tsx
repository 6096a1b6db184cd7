// Yes, no, or not said: a switch could not say the third.
import { Select } from '@mantine/core';
import { type FieldProps, inputProps, useField } from '#web/ui/form/use-field.ts';

export function YesNoField({ yes, no, ...props }: FieldProps & { yes: string; no: string }) {
  const field = useField<boolean | null>(props);
  return (
    <Select
      {...inputProps(props, field.error)}
      ref={field.ref}
      data={[
        { value: 'yes', label: yes },
        { value: 'no', label: no },
      ]}
      clearable
      value={field.value == null ? null : field.value ? 'yes' : 'no'}
      onChange={(chosen) => field.change(chosen === null ? null : chosen === 'yes')}
      onBlur={field.blur}
    />
  );
}

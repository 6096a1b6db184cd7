// One thing that a buyer agrees to, in clear words; not ticked means not asked.
import { Checkbox } from '@mantine/core';
import { type FieldProps, useField } from '#web/ui/form/use-field.ts';
import classes from './sell.module.css';

export function ConsentField(props: FieldProps) {
  const field = useField<boolean>(props);
  return (
    <Checkbox
      ref={field.ref}
      size="md"
      className={classes['consent'] ?? ''}
      label={props.label}
      checked={field.value ?? false}
      onChange={(event) => field.change(event.currentTarget.checked)}
      onBlur={field.blur}
    />
  );
}

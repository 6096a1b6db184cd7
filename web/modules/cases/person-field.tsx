// A field of a form that chooses a colleague.
import { useField, type FieldProps, inputProps } from '#web/ui/form/use-field.ts';
import { PersonSelect } from './person-select.tsx';

export function PersonField({ unitId, ...props }: FieldProps & { unitId?: string | null }) {
  const field = useField<string | null>(props);
  return (
    <PersonSelect
      {...inputProps(props, field.error)}
      ref={field.ref}
      clearable
      data-autofocus
      // An open list would lie over the buttons below.
      openOnFocus={false}
      unitId={unitId ?? null}
      value={field.value ?? null}
      onChange={field.change}
      onBlur={field.blur}
    />
  );
}

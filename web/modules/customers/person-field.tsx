// A field of a form that chooses a colleague.
import { PersonPicker } from '#web/modules/organisation/index.ts';
import { type FieldProps, useField } from '#web/ui/form/use-field.ts';

export function PersonField(props: FieldProps) {
  const field = useField<string | null>(props);
  return <PersonPicker label={props.label} value={field.value ?? null} onChange={field.change} error={field.error} />;
}

// Fields that want a unit or a colleague: answered by staff only.
import { useUnits, PersonPicker } from '#web/modules/organisation/index.ts';
import { type FieldProps, useField } from '#web/ui/form/use-field.ts';
import { TreeField } from '#web/ui/form/tree-field.tsx';

export function UnitAnswer(props: FieldProps) {
  const units = useUnits();
  return <TreeField {...props} entries={units} />;
}

export function PersonAnswer(props: FieldProps) {
  const field = useField<string | null | undefined>(props);
  return (
    <PersonPicker
      label={props.label}
      {...(props.hint ? { hint: props.hint } : {})}
      required={props.required ?? false}
      value={field.value ?? null}
      onChange={field.change}
      error={field.error}
    />
  );
}

// The input of a field that the organisation defined, by its type.
import type { CustomerField } from '#contract/customer-record.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { DateField } from '#web/ui/form/date-field.tsx';
import { NumberField } from '#web/ui/form/number-field.tsx';
import { TextField } from '#web/ui/form/text-field.tsx';
import { YesNoField } from './yes-no-field.tsx';

/** Its name in the form is `fields.<key>`, as the server's faults call it. */
export function OwnFieldInput({ field }: { field: CustomerField }) {
  const t = useT();
  const text = useLocaleText();
  const props = { name: `fields.${field.key}`, label: text(field.name), required: field.required };
  switch (field.type) {
    case 'number':
      return <NumberField {...props} />;
    case 'date':
      return <DateField {...props} />;
    case 'yes-no':
      return <YesNoField {...props} yes={t('customer.yes')} no={t('customer.no')} />;
    case 'choice':
      return (
        <SelectField
          {...props}
          choices={field.choices.map(({ key, name }) => ({ value: key, label: text(name) }))}
          clearable={!field.required}
        />
      );
    case 'text':
      return <TextField {...props} autoComplete="off" maxLength={2_000} />;
  }
}

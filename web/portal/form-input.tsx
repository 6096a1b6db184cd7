/** @jsxImportSource preact */
// One field of a form in the input that its type asks for.
import { yesNoWords } from '#kernel/forms/yes-no-words.ts';
import type { FormField } from '#kernel/forms/form-definition.ts';
import { AttachmentsField } from './attachments-field.tsx';
import { ChoicesInput } from './choices-input.tsx';
import { DateInput } from './date-input.tsx';
import { SelectField, TextField } from './field.tsx';
import { nameIn, usePortal } from './portal-context.ts';
import type { FileView } from './wire.ts';

interface FormInputProps {
  field: FormField;
  value: unknown;
  onChange: (value: unknown) => void;
  onPending: (count: number) => void;
  fault: string | null;
}

/** Beyond that a list is quicker than looking through all of them. */
const mostInSight = 6;

export function FormInput({ field, value, onChange, onPending, fault }: FormInputProps) {
  const { t, language } = usePortal();
  const purpose = field.personal ? nameIn(language, field.personal.purpose) : '';
  const hint = [nameIn(language, field.help), purpose && t('form.purpose', { purpose })].filter(Boolean).join(' ');
  const shared = {
    name: `form.answers.${field.key}`,
    label: nameIn(language, field.label),
    ...(hint ? { hint } : {}),
    fault,
    optional: !field.required,
  };
  const text = {
    ...shared,
    value: typeof value === 'string' || typeof value === 'number' ? String(value) : '',
    onChange,
  };
  const choices = field.choices.map(({ key, label }) => ({ key, label: nameIn(language, label) }));
  switch (field.type) {
    case 'prose':
      return <TextField {...text} multiline maxLength={typeof field.max === 'number' ? field.max : 5000} />;
    case 'whole-number':
      return <TextField {...text} inputMode="numeric" latin />;
    case 'amount':
      return <TextField {...text} label={`${shared.label} (${field.currency ?? ''})`} inputMode="decimal" latin />;
    case 'date':
      return <DateInput {...shared} value={typeof value === 'string' ? value : ''} onChange={onChange} />;
    case 'yes-no':
      return (
        <ChoicesInput
          {...shared}
          choices={(['yes', 'no'] as const).map((key) => ({ key, label: yesNoWords[language][key] }))}
          chosen={typeof value === 'boolean' ? [value ? 'yes' : 'no'] : []}
          onChange={([key]) => onChange(key === 'yes')}
        />
      );
    case 'one-of':
      return field.required && choices.length <= mostInSight ? (
        <ChoicesInput
          {...shared}
          choices={choices}
          chosen={typeof value === 'string' ? [value] : []}
          onChange={([key]) => onChange(key)}
        />
      ) : (
        <SelectField {...shared} value={typeof value === 'string' ? value : ''} onChange={onChange}>
          <option value="">{t('form.choose')}</option>
          {choices.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </SelectField>
      );
    case 'several-of':
      return (
        <ChoicesInput
          {...shared}
          several
          choices={choices}
          chosen={Array.isArray(value) ? (value as string[]) : []}
          onChange={onChange}
        />
      );
    case 'file':
      return (
        <AttachmentsField
          {...shared}
          grant={null}
          most={1}
          files={isFile(value) ? [value] : []}
          onPending={onPending}
          onChange={(make) => onChange(make(isFile(value) ? [value] : []).at(-1) ?? null)}
        />
      );
    case 'email':
      return <TextField {...text} type="email" inputMode="email" latin />;
    case 'phone':
      return <TextField {...text} type="tel" inputMode="tel" latin />;
    case 'national-id':
      return <TextField {...text} inputMode="numeric" latin />;
    default:
      return field.pattern && field.pattern !== 'letters' ? (
        <TextField {...text} inputMode={field.pattern === 'digits' ? 'numeric' : 'text'} latin />
      ) : (
        <TextField {...text} maxLength={300} />
      );
  }
}

const isFile = (value: unknown): value is FileView => typeof value === 'object' && value !== null && 'id' in value;

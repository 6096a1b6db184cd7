// One field of a form in the input that its type asks for.
import type { FileView, Language } from '#contract/common.ts';
import type { FormField } from '#kernel/forms/form-definition.ts';
import { useT } from '#web/lib/i18n.ts';
import { CheckboxesField, RadioField } from '#web/ui/form/choice-field.tsx';
import { DateField } from '#web/ui/form/date-field.tsx';
import { NumberField } from '#web/ui/form/number-field.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { CodeField, EmailField, PhoneField, ProseField, TextField } from '#web/ui/form/text-field.tsx';
import { FileAnswer } from './file-answer.tsx';
import { PersonAnswer, UnitAnswer } from './staff-answers.tsx';
import { wordsIn } from './words-in.ts';
import { YesNoField } from './yes-no-field.tsx';

export type FieldInputProps = { field: FormField; name: string; language: Language; files: readonly FileView[] };

/** Beyond that a list is quicker than looking through all of them. */
const mostInSight = 6;

export function FieldInput({ field, name, language, files }: FieldInputProps) {
  const t = useT();
  const purpose = field.personal && wordsIn(field.personal.purpose, language);
  const hint = [wordsIn(field.help, language), purpose ? t('form.asked-for', { purpose }) : '']
    .filter(Boolean)
    .join(' ');
  const shared = {
    name,
    label: wordsIn(field.label, language) || t('form.field-unnamed'),
    required: field.required,
    ...(hint ? { hint } : {}),
  };
  const choices = field.choices.map(({ key, label }) => ({ value: key, label: wordsIn(label, language) || key }));
  switch (field.type) {
    case 'line':
      return field.pattern && field.pattern !== 'letters' ? (
        <CodeField {...shared} numeric={field.pattern === 'digits'} />
      ) : (
        <TextField {...shared} />
      );
    case 'prose':
      return <ProseField {...shared} rows={3} />;
    case 'whole-number':
      return <NumberField {...shared} />;
    case 'amount':
      return <NumberField {...shared} {...(field.currency ? { unit: field.currency } : {})} />;
    case 'date':
      return <DateField {...shared} {...days(field)} />;
    case 'yes-no':
      return <YesNoField {...shared} language={language} />;
    case 'one-of':
      return field.required && choices.length <= mostInSight ? (
        <RadioField {...shared} choices={choices} />
      ) : (
        <SelectField
          {...shared}
          choices={choices}
          clearable={!field.required}
          searchable={choices.length > mostInSight}
        />
      );
    case 'several-of':
      return <CheckboxesField {...shared} choices={choices} />;
    case 'phone':
      return <PhoneField {...shared} autoComplete="off" />;
    case 'email':
      return <EmailField {...shared} autoComplete="off" />;
    case 'national-id':
      return <CodeField {...shared} numeric />;
    case 'file':
      return <FileAnswer {...shared} known={files} />;
    case 'unit':
      return <UnitAnswer {...shared} />;
    case 'person':
      return <PersonAnswer {...shared} />;
  }
}

function days({ min, max }: FormField): { min?: string; max?: string } {
  return { ...(typeof min === 'string' ? { min } : {}), ...(typeof max === 'string' ? { max } : {}) };
}

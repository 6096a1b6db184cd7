// What stands in a field at first, where that makes sense: for choices, numbers and lines.
import { useLanguage, useT } from '#web/lib/i18n.ts';
import type { FormField } from '#kernel/forms/form-definition.ts';
import { yesNoWords } from '#kernel/forms/yes-no-words.ts';
import { CheckboxesField } from '#web/ui/form/choice-field.tsx';
import { NumberField } from '#web/ui/form/number-field.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { Select } from '@mantine/core';
import { useController } from 'react-hook-form';
import { FaultAt } from './fault-at.tsx';
import { wordsIn } from './words-in.ts';

export function InitialField({ field, path }: { field: FormField; path: string }) {
  const t = useT();
  const language = useLanguage();
  const shared = { name: `definition.${path}.initial`, label: t('form.initial') };
  const choices = field.choices.map(({ key, label }) => ({ value: key, label: wordsIn(label, language) || key }));
  const input = () => {
    switch (field.type) {
      case 'whole-number':
      case 'amount':
        return <NumberField {...shared} />;
      case 'one-of':
        return <SelectField {...shared} choices={choices} clearable />;
      case 'several-of':
        return <CheckboxesField {...shared} choices={choices} />;
      case 'yes-no':
        return <InitialYesNo {...shared} />;
      default:
        return null;
    }
  };
  const shown = input();
  return shown ? (
    <div>
      {shown}
      <FaultAt path={`${path}.initial`} />
    </div>
  ) : null;
}

function InitialYesNo({ name, label }: { name: string; label: string }) {
  const language = useLanguage();
  const { field } = useController({ name });
  const words = yesNoWords[language];
  return (
    <Select
      label={label}
      clearable
      data={[
        { value: 'yes', label: words.yes },
        { value: 'no', label: words.no },
      ]}
      value={field.value === null ? null : field.value ? 'yes' : 'no'}
      onChange={(value) => field.onChange(value === null ? null : value === 'yes')}
    />
  );
}

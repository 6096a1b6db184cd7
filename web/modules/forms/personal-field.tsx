// Whether a field asks for personal data, of which class it is, and why it is asked.
import { Switch } from '@mantine/core';
import { useController } from 'react-hook-form';
import type { FormField, PersonalClass } from '#kernel/forms/form-definition.ts';
import { useT } from '#web/lib/i18n.ts';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { FaultAt } from './fault-at.tsx';
import styles from './forms.module.css';

export function PersonalField({ path, classes }: { path: string; classes: readonly PersonalClass[] }) {
  const t = useT();
  const name = `definition.${path}.personal`;
  const { field } = useController({ name });
  const personal = field.value as FormField['personal'];
  return (
    <>
      <Switch
        label={t('form.personal')}
        description={t('form.personal-hint')}
        checked={personal !== null}
        onChange={(event) => field.onChange(event.currentTarget.checked ? { fieldClass: 'other', purpose: {} } : null)}
      />
      {personal ? (
        <div className={styles['choices']}>
          <SelectField
            name={`${name}.fieldClass`}
            label={t('form.personal-class')}
            hint={t('form.personal-class-hint')}
            choices={classes.map((value) => ({ value, label: t(`form.class.${value}`) }))}
          />
          <div>
            <LocaleTextField
              name={`${name}.purpose`}
              label={t('form.purpose-of-field')}
              hint={t('form.purpose-hint')}
              required
            />
            <FaultAt path={`${path}.personal.purpose`} />
          </div>
        </div>
      ) : null}
    </>
  );
}

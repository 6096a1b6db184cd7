// Changes one field of a form: its words, what an answer must keep to, for whom it is, and when it is there.
import { useFormContext } from 'react-hook-form';
import {
  limitKinds,
  linePatterns,
  personalClasses,
  staffTypes,
  type FormField,
} from '#kernel/forms/form-definition.ts';
import { useT } from '#web/lib/i18n.ts';
import { DateField } from '#web/ui/form/date-field.tsx';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import { NumberField } from '#web/ui/form/number-field.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { SwitchField } from '#web/ui/form/switch-field.tsx';
import { CodeField } from '#web/ui/form/text-field.tsx';
import type { Place } from './arrange.ts';
import { ChoicesField } from './choices-field.tsx';
import { ConditionField } from './condition-field.tsx';
import { type Design, useDesigning } from './design.ts';
import { FaultAt } from './fault-at.tsx';
import { InitialField } from './initial-field.tsx';
import { PersonalField } from './personal-field.tsx';
import classes from './forms.module.css';

export function FieldEditor({ field, place }: { field: FormField; place: Place }) {
  const t = useT();
  const { fixedKeys } = useDesigning();
  const path = `sections.${place.section}.fields.${place.index}`;
  const name = `definition.${path}`;
  const fixed = fixedKeys.has(field.key);
  const choosable = field.type === 'one-of' || field.type === 'several-of';
  return (
    <div className={classes['editor']}>
      <div>
        <LocaleTextField name={`${name}.label`} label={t('form.label')} required />
        <FaultAt path={`${path}.label`} />
      </div>
      <LocaleTextField name={`${name}.help`} label={t('form.help')} hint={t('form.help-hint')} />
      {choosable ? <ChoicesField path={path} /> : null}
      <Limits field={field} path={path} />
      <SwitchField name={`${name}.required`} label={t('form.required')} hint={t('form.required-hint')} />
      <div>
        <SwitchField
          name={`${name}.customer`}
          label={t('form.for-customers')}
          hint={t(staffTypes.includes(field.type) ? 'form.for-customers-never' : 'form.for-customers-hint')}
          disabled={staffTypes.includes(field.type) && !field.customer}
        />
        <FaultAt path={`${path}.customer`} />
      </div>
      <PersonalField path={path} classes={personalClasses} />
      <ConditionField path={path} place={place} />
      <InitialField field={field} path={path} />
      <div>
        <CodeField
          name={`${name}.key`}
          label={t('form.key')}
          hint={t(fixed ? 'form.key-fixed' : 'form.field-key-hint')}
          disabled={fixed}
          maxLength={40}
        />
        <FaultAt path={`${path}.key`} />
      </div>
    </div>
  );
}

function Limits({ field, path }: { field: FormField; path: string }) {
  const t = useT();
  const { watch } = useFormContext<Design>();
  const name = `definition.${path}`;
  const kind = limitKinds[field.type];
  const min = watch(`${name}.min` as 'name') as unknown;
  return (
    <>
      {field.type === 'line' ? (
        <SelectField
          name={`${name}.pattern`}
          label={t('form.pattern')}
          clearable
          choices={linePatterns.map((value) => ({ value, label: t(`form.pattern.${value}`) }))}
        />
      ) : null}
      {field.type === 'amount' ? (
        <div>
          <CodeField
            name={`${name}.currency`}
            label={t('form.currency')}
            hint={t('form.currency-hint')}
            required
            maxLength={3}
          />
          <FaultAt path={`${path}.currency`} />
        </div>
      ) : null}
      {kind ? (
        <div className={classes['pair']}>
          {(['min', 'max'] as const).map((end) => (
            <div key={end}>
              {kind === 'day' ? (
                <DateField
                  name={`${name}.${end}`}
                  label={t(`form.${end}.day`)}
                  {...(end === 'max' && typeof min === 'string' ? { min } : {})}
                />
              ) : (
                <NumberField name={`${name}.${end}`} label={t(`form.${end}.${kind}`)} />
              )}
              <FaultAt path={`${path}.${end}`} />
            </div>
          ))}
        </div>
      ) : null}
    </>
  );
}

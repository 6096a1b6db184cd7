// The choices of a field, in their order: named, added, moved and taken out.
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useFieldArray, useWatch } from 'react-hook-form';
import { formLimits, type FormChoice } from '#kernel/forms/form-definition.ts';
import { useT } from '#web/lib/i18n.ts';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import { freshKey } from './arrange.ts';
import { FaultAt } from './fault-at.tsx';
import classes from './forms.module.css';

export function ChoicesField({ path }: { path: string }) {
  const t = useT();
  const name = `definition.${path}.choices`;
  const rows = useFieldArray({ name, keyName: 'row' });
  const choices = (useWatch({ name }) ?? []) as FormChoice[];
  return (
    <fieldset className={classes['choices']}>
      <legend>{t('form.choices')}</legend>
      <FaultAt path={`${path}.choices`} />
      {rows.fields.map((choice, index) => (
        <div key={choice.row} className={classes['choice']}>
          <div>
            <LocaleTextField name={`${name}.${index}.label`} label={t('form.choice', { number: index + 1 })} required />
            <FaultAt path={`${path}.choices.${index}.label`} />
            <FaultAt path={`${path}.choices.${index}.key`} />
          </div>
          <span className={classes['moves']}>
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={index === 0}
              aria-label={t('form.choice-up', { number: index + 1 })}
              onClick={() => rows.move(index, index - 1)}
            >
              <IconArrowUp size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={index === rows.fields.length - 1}
              aria-label={t('form.choice-down', { number: index + 1 })}
              onClick={() => rows.move(index, index + 1)}
            >
              <IconArrowDown size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="red"
              aria-label={t('form.choice-remove', { number: index + 1 })}
              onClick={() => rows.remove(index)}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </span>
        </div>
      ))}
      {rows.fields.length < formLimits.choices ? (
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => rows.append({ key: freshKey(choices, `choice-${choices.length + 1}`), label: {} })}
        >
          {t('form.choice-add')}
        </Button>
      ) : null}
    </fieldset>
  );
}

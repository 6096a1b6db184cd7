// The steps of a simple process, one below another: what is done, by which unit, with which form.
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useFieldArray } from 'react-hook-form';
import { useT } from '#web/lib/i18n.ts';
import { useUnits } from '#web/modules/organisation/index.ts';
import { CodeField, TextField } from '#web/ui/form/text-field.tsx';
import { TreeField } from '#web/ui/form/tree-field.tsx';
import { useField } from '#web/ui/form/use-field.ts';
import classes from './processes.module.css';

export function StepsField() {
  const t = useT();
  const units = useUnits();
  const rows = useFieldArray({ name: 'steps' });
  const { error } = useField({ name: 'steps', label: t('process.steps') });
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend>{t('process.steps')}</legend>
      <ol className={classes['steps']}>
        {rows.fields.map(({ id }, index) => (
          <li key={id}>
            <TextField
              name={`steps.${index}.name`}
              label={t('process.step-number', { number: index + 1 })}
              maxLength={200}
            />
            <TreeField name={`steps.${index}.unitId`} label={t('process.step-unit')} entries={units} />
            <CodeField name={`steps.${index}.form`} label={t('process.step-form')} maxLength={100} />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              disabled={rows.fields.length === 1}
              aria-label={t('process.step-remove', { number: index + 1 })}
              onClick={() => rows.remove(index)}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ol>
      {error ? (
        <span role="alert" style={{ color: 'var(--mantine-color-error)' }}>
          {error}
        </span>
      ) : null}
      <Button
        variant="subtle"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => rows.append({ name: '', unitId: null, form: '' })}
      >
        {t('process.step-add')}
      </Button>
    </fieldset>
  );
}

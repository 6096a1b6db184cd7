// Values of a process as rows of a form: name and value, added and taken away; what nobody changed is not sent.
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useFieldArray } from 'react-hook-form';
import { z } from 'zod';
import type { Variables } from '#contract/process-instances.ts';
import { useT } from '#web/lib/i18n.ts';
import { CodeField, TextField } from '#web/ui/form/text-field.tsx';
import classes from './processes.module.css';
import { readValue, writeValue } from './variable-value.ts';

/** What is longer, or more, stays as it is: it is nothing that a person would type. */
const mostSigns = 2000;
const mostValues = 50;

export const ValuesAsRows = z
  .array(z.object({ name: z.string().trim().min(1).max(100), value: z.string().max(mostSigns) }))
  .max(2 * mostValues);

type Values = z.infer<typeof Variables>;

export const rowsOf = (values: Values): z.infer<typeof ValuesAsRows> =>
  Object.entries(values)
    .map(([name, value]) => ({ name, value: writeValue(value) }))
    .filter(({ value }) => value.length <= mostSigns)
    .slice(0, mostValues);

/** Those that are new, or another than `before`. */
export const changedIn = (rows: z.infer<typeof ValuesAsRows>, before: Values): Values =>
  Object.fromEntries(
    rows
      .filter(({ name, value }) => !(name in before) || writeValue(before[name]) !== value)
      .map(({ name, value }) => [name, readValue(value)]),
  );

/** The rows of the field `values` of the form around it. */
export function ValueRows() {
  const t = useT();
  const rows = useFieldArray({ name: 'values' });
  return (
    <>
      {rows.fields.length > 0 ? (
        <ul className={classes['steps']}>
          {rows.fields.map(({ id }, index) => (
            <li key={id}>
              <CodeField name={`values.${index}.name`} label={t('task.value-name')} maxLength={100} />
              <TextField name={`values.${index}.value`} label={t('task.value')} maxLength={mostSigns} />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('task.value-remove')}
                onClick={() => rows.remove(index)}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      ) : null}
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => rows.append({ name: '', value: '' })}
        >
          {t('task.value-add')}
        </Button>
      </div>
    </>
  );
}

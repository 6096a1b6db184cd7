// Announced days of an exception, year by year: they hold instead of the computed ones.
import { Button, CloseButton, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useT } from '#web/lib/i18n.ts';
import { DateField } from '#web/ui/form/date-field.tsx';
import { useExceptionWords } from './exception-words.ts';
import { FaultLine } from './fault-line.tsx';
import type { Exception } from './use-calendars.ts';
import { usePlace } from './use-place.ts';
import { YearNumberField } from './year-number-field.tsx';
import classes from './calendar-form.module.css';

type Values = { exceptions: Exception[] };

export function DeclaredField({ path, exception }: { path: string; exception: Exception }) {
  const t = useT();
  const { getValues } = useFormContext();
  const { computedDays, thisYear } = useExceptionWords();
  const rows = useFieldArray<Values, `exceptions.${number}.declared`, 'key'>({
    name: `${path}.declared` as `exceptions.${number}.declared`,
    keyName: 'key',
  });

  function add(): void {
    const taken = (getValues(`${path}.declared`) as Exception['declared']).map(({ year }) => year);
    let year = exception.year ?? thisYear(exception);
    while (taken.includes(year)) year += 1;
    rows.append({ year, ...(computedDays(exception, year) ?? { from: '', until: '' }) });
  }

  return (
    <div role="group" aria-label={t('working-calendar.declared')} className={classes['declared']}>
      <Text fw={500}>{t('working-calendar.declared')}</Text>
      <Text size="sm" c="dimmed">
        {t('working-calendar.declared-hint')}
      </Text>
      {rows.fields.map(({ key }, index) => (
        <DeclaredRow
          key={key}
          path={`${path}.declared.${index}`}
          exception={exception}
          onRemove={() => rows.remove(index)}
        />
      ))}
      <Button variant="default" size="compact-md" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
        {t('working-calendar.add-declared')}
      </Button>
    </div>
  );
}

type DeclaredRowProps = { path: string; exception: Exception; onRemove: () => void };

function DeclaredRow({ path, exception, onRemove }: DeclaredRowProps) {
  const t = useT();
  const { setValue } = useFormContext();
  const { computedDays } = useExceptionWords();
  const place = usePlace(path, t('working-calendar.declared'));
  return (
    <div ref={place.ref} className={classes['declared-row']}>
      <YearNumberField
        name={`${path}.year`}
        label={t('working-calendar.year')}
        onChanged={(year) => {
          const days = computedDays(exception, year);
          if (!days || year < 1000) return;
          setValue(`${path}.from`, days.from, { shouldDirty: true });
          setValue(`${path}.until`, days.until, { shouldDirty: true });
        }}
      />
      <DateField name={`${path}.from`} label={t('working-calendar.first-day')} required />
      <DateField name={`${path}.until`} label={t('working-calendar.last-day')} required />
      <CloseButton size="lg" aria-label={t('working-calendar.remove-declared')} onClick={onRemove} />
      <FaultLine>{place.fault}</FaultLine>
    </div>
  );
}

// The fields of a working calendar, with its year beside them as it would be.
import { Stack, Title } from '@mantine/core';
import { useDeferredValue, useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import type { WorkingCalendarInput } from '#contract/service-levels.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { timeZones } from '#web/modules/organisation/index.ts';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { ClosuresField } from './closures-field.tsx';
import { ExceptionsField } from './exceptions-field.tsx';
import { IcsImport } from './ics-import.tsx';
import { namesOf } from './names-of.ts';
import { shownCalendar } from './shown-calendar.ts';
import { WeekField } from './week-field.tsx';
import { YearView } from './year-view.tsx';
import classes from './calendar-form.module.css';

export function CalendarFields({ submitLabel }: { submitLabel: string }) {
  const t = useT();
  const language = useLanguage();
  const zones = useMemo(() => timeZones(language), [language]);
  return (
    <div className={classes['columns']}>
      <Stack gap="xl">
        <LocaleTextField name="name" label={t('working-calendar.name')} required />
        <SelectField
          name="timeZone"
          label={t('working-calendar.time-zone')}
          hint={t('working-calendar.time-zone-hint')}
          choices={zones}
          searchable
        />
        <section className={classes['part']} aria-labelledby="part-week">
          <Title order={3} id="part-week">
            {t('working-calendar.ordinary-week')}
          </Title>
          <WeekField name="week" label={t('working-calendar.ordinary-week')} />
        </section>
        <section className={classes['part']} aria-labelledby="part-exceptions">
          <Title order={3} id="part-exceptions">
            {t('working-calendar.exceptions')}
          </Title>
          <p className={classes['hint']}>{t('working-calendar.exceptions-hint')}</p>
          <ExceptionsField />
          <IcsImport />
        </section>
        <section className={classes['part']} aria-labelledby="part-closures">
          <Title order={3} id="part-closures">
            {t('working-calendar.closures')}
          </Title>
          <p className={classes['hint']}>{t('working-calendar.closures-hint')}</p>
          <ClosuresField />
        </section>
        <div className={classes['foot']}>
          <SubmitButton>{submitLabel}</SubmitButton>
        </div>
      </Stack>
      <Preview />
    </div>
  );
}

/** The year as it would be with what is in the form. */
function Preview() {
  const values = useDeferredValue(useWatch() as WorkingCalendarInput);
  const calendar = useMemo(() => shownCalendar(values), [values]);
  const names = useMemo(() => namesOf(values), [values]);
  return (
    <div className={classes['preview']}>
      <YearView calendar={calendar} names={names} />
    </div>
  );
}

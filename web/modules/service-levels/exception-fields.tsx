// One exception: what it is called, whether closed or with other hours, on which days of which calendar, and what was announced.
import { Group, Radio, Select, Stack, Text } from '@mantine/core';
import { useFormContext } from 'react-hook-form';
import type { CalendarName } from '#kernel/calendar/settings.ts';
import { fromIsoDate } from '#kernel/calendar/calendar-date.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import { copyOfWeek } from './calendar-entry.ts';
import { DeclaredField } from './declared-field.tsx';
import { useExceptionWords } from './exception-words.ts';
import type { Exception } from './use-calendars.ts';
import { WeekField } from './week-field.tsx';
import { mostDays, YearDayField } from './year-day-field.tsx';
import { YearNumberField } from './year-number-field.tsx';
import classes from './calendar-form.module.css';

const calendars: readonly CalendarName[] = ['gregory', 'islamic-umalqura', 'persian'];

export function ExceptionFields({ path, exception }: { path: string; exception: Exception }) {
  const t = useT();
  const format = useFormat();
  const { setValue, getValues } = useFormContext();
  const { computedDays, thisYear } = useExceptionWords();
  const { calendar, year, from, until, week } = exception;
  const set = (field: keyof Exception, value: unknown) => setValue(`${path}.${field}`, value, { shouldDirty: true });
  const shown = computedDays(exception, year ?? thisYear(exception));

  function turnTo(next: CalendarName): void {
    const today = fromIsoDate(format.dayOf(new Date().toISOString()), next);
    const within = ({ month, day }: Exception['from']) => ({ month, day: Math.min(day, mostDays(next, month)) });
    set('calendar', next);
    set('from', within(from));
    set('until', within(until));
    if (year !== null) set('year', today.year);
    set('declared', []);
  }

  return (
    <Stack gap="md">
      <LocaleTextField name={`${path}.name`} label={t('working-calendar.exception-name')} required />
      <Radio.Group
        label={t('working-calendar.kind')}
        value={week ? 'special' : 'holiday'}
        onChange={(kind) => set('week', kind === 'special' ? copyOfWeek(getValues('week')) : null)}
      >
        <Group gap="lg" mt={6}>
          <Radio value="holiday" label={t('working-calendar.kind.holiday')} />
          <Radio value="special" label={t('working-calendar.kind.special')} />
        </Group>
      </Radio.Group>
      <div className={classes['days']}>
        <Select
          label={t('working-calendar.calendar')}
          allowDeselect={false}
          data={calendars.map((value) => ({ value, label: t(`organisation.calendar.${value}`) }))}
          value={calendar}
          onChange={(next) => next && next !== calendar && turnTo(next as CalendarName)}
        />
        <Select
          label={t('working-calendar.which-year')}
          allowDeselect={false}
          data={(['every', 'one'] as const).map((value) => ({
            value,
            label: t(`working-calendar.which-year.${value}`),
          }))}
          value={year === null ? 'every' : 'one'}
          onChange={(which) => set('year', which === 'one' ? thisYear(exception) : null)}
        />
        {year === null ? null : <YearNumberField name={`${path}.year`} label={t('working-calendar.year')} />}
      </div>
      <div className={classes['days']}>
        <YearDayField
          name={`${path}.from`}
          label={t('working-calendar.first-day')}
          calendar={calendar}
          // One day is the most usual: the last one goes along until it is another.
          onChanged={(day) => until.month === from.month && until.day === from.day && set('until', day)}
        />
        <YearDayField name={`${path}.until`} label={t('working-calendar.last-day')} calendar={calendar} />
      </div>
      {shown ? (
        <Text size="sm" c="dimmed">
          {t('working-calendar.computed', {
            days:
              shown.from === shown.until
                ? format.bothCalendars(shown.from)
                : t('working-calendar.span', {
                    from: format.bothCalendars(shown.from),
                    until: format.bothCalendars(shown.until),
                  }),
          })}
        </Text>
      ) : null}
      {week ? <WeekField name={`${path}.week`} label={t('working-calendar.hours')} /> : null}
      <DeclaredField path={path} exception={exception} />
    </Stack>
  );
}

// A day of every year, by the names of the months of its calendar.
import { Group, Input, Select } from '@mantine/core';
import { useController } from 'react-hook-form';
import { monthNames } from '#kernel/calendar/names.ts';
import type { CalendarName } from '#kernel/calendar/settings.ts';
import { toDigits } from '#kernel/digits.ts';
import type { YearDay } from '#kernel/working-time/working-calendar.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { usePlace } from './use-place.ts';

export type YearDayFieldProps = {
  name: string;
  label: string;
  calendar: CalendarName;
  onChanged?: (day: YearDay) => void;
};

export function YearDayField({ name, label, calendar, onChanged }: YearDayFieldProps) {
  const t = useT();
  const { settings } = useFormat();
  const { field } = useController({ name });
  const whole = usePlace(name, label);
  const ofDay = usePlace(`${name}.day`, label);
  const ofMonth = usePlace(`${name}.month`, label);
  const fault = whole.fault ?? ofDay.fault ?? ofMonth.fault;
  const value = field.value as YearDay;
  const change = (next: YearDay) => {
    const within = { ...next, day: Math.min(next.day, mostDays(calendar, next.month)) };
    field.onChange(within);
    onChanged?.(within);
  };
  const days = Array.from({ length: mostDays(calendar, value.month) }, (_, index) => index + 1);
  return (
    <Input.Wrapper label={label} labelElement="div" error={fault}>
      <Group
        ref={(element) => [whole, ofDay, ofMonth].forEach(({ ref }) => ref(element))}
        role="group"
        aria-label={label}
        gap="xs"
        wrap="nowrap"
        mt={4}
      >
        <Select
          aria-label={`${label}: ${t('working-calendar.day')}`}
          w={84}
          allowDeselect={false}
          data={days.map((day) => ({ value: String(day), label: toDigits(String(day), settings.digits) }))}
          value={String(value.day)}
          error={Boolean(fault)}
          onChange={(day) => day && change({ ...value, day: Number(day) })}
        />
        <Select
          aria-label={`${label}: ${t('working-calendar.month')}`}
          flex={1}
          allowDeselect={false}
          data={monthNames[settings.language][calendar].map((month, index) => ({
            value: String(index + 1),
            label: month,
          }))}
          value={String(value.month)}
          error={Boolean(fault)}
          onChange={(month) => month && change({ ...value, month: Number(month) })}
        />
      </Group>
    </Input.Wrapper>
  );
}

/** In a year that has the most: a month that lacks the day ends with its last one. */
export function mostDays(calendar: CalendarName, month: number): number {
  if (calendar === 'islamic-umalqura') return 30;
  if (calendar === 'persian') return month <= 6 ? 31 : 30;
  return month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

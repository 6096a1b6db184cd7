// A time of day in parts, as the reader's clock shows it; React Aria's, since it types any digits and both halves of the day.
import { Time } from '@internationalized/date';
import { useEffect, useRef } from 'react';
import { DateInput as Segments, DateSegment, I18nProvider, TimeField } from 'react-aria-components';
import { useFormat } from '#web/lib/format.ts';
import classes from './date-input.module.css';
import { acceptAllDigits, localeOf } from './date-locale.ts';

export type TimeInputProps = {
  /** Names the field for screen readers. */
  label: string;
  /** Minutes since midnight. */
  value: number | null;
  onChange: (minute: number | null) => void;
  onBlur?: () => void;
  invalid?: boolean;
  /** Midnight is the end of the day: 1440 and not 0. */
  endsDay?: boolean;
};

const minutesInDay = 1440;

export function TimeInput({ label, value, onChange, onBlur, invalid, endsDay }: TimeInputProps) {
  const { settings } = useFormat();
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => acceptAllDigits(host.current), []);
  return (
    <I18nProvider locale={localeOf(settings)}>
      <TimeField
        ref={host}
        aria-label={label}
        granularity="minute"
        hourCycle={settings.language === 'ar' ? 12 : 24}
        shouldForceLeadingZeros
        value={value === null ? null : new Time(Math.floor(value / 60) % 24, value % 60)}
        onChange={(next) => onChange(next ? minuteOf(next, endsDay ?? false) : null)}
        onBlur={() => onBlur?.()}
        isInvalid={invalid ?? false}
      >
        <Segments className={`${classes['field']} ${classes['time']}`}>
          {(segment) => <DateSegment segment={segment} className={classes['segment'] ?? ''} />}
        </Segments>
      </TimeField>
    </I18nProvider>
  );
}

function minuteOf({ hour, minute }: Time, endsDay: boolean): number {
  const minutes = hour * 60 + minute;
  return endsDay && minutes === 0 ? minutesInDay : minutes;
}

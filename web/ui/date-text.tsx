// A moment in the reader's calendar and digits; hover or focus shows it in the other calendar and to the minute.
import { Tooltip } from '@mantine/core';
import { useFormat } from '#web/lib/format.ts';
import classes from './text.module.css';

export type DateTextProps = {
  /** ISO instant, or a Gregorian day "YYYY-MM-DD". */
  value: string;
  show?: 'date' | 'date-time' | 'time' | 'relative';
};

export function DateText({ value, show = 'date' }: DateTextProps) {
  const format = useFormat();
  const text = { date: format.date, 'date-time': format.dateTime, time: format.time, relative: format.relative }[show](
    value,
  );
  return (
    <Tooltip label={format.bothCalendars(value)} events={{ hover: true, focus: true, touch: true }} withinPortal>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the other calendar must be reachable by keyboard */}
      <time dateTime={value} tabIndex={0} className={classes['time']}>
        {text}
      </time>
    </Tooltip>
  );
}

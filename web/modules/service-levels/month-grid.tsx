// One month as a small table: a day is a button, with everything about it in its name for those who cannot see its mark.
import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, memo } from 'react';
import type { LocaleText } from '#contract/common.ts';
import { monthNames, weekdayLetters, weekdayNames } from '#kernel/calendar/names.ts';
import type { IsoDate } from '#kernel/calendar/settings.ts';
import { toDigits } from '#kernel/digits.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import type { Day, Month } from './year-days.ts';
import classes from './year-view.module.css';

export type MonthGridProps = {
  month: Month;
  names: ReadonlyMap<string, LocaleText>;
  today: IsoDate;
  /** The opened day, and the one the keyboard stops at, where they are of this month. */
  chosen: IsoDate | null;
  stop: IsoDate | null;
  onOpen: (date: IsoDate) => void;
  onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void;
};

/** Eleven of twelve months stay as they are when a day is opened. */
export const MonthGrid = memo(MonthTable, (before, after) =>
  (['month', 'names', 'today', 'chosen', 'stop'] as const).every((prop) => before[prop] === after[prop]),
);

function MonthTable({ month, names, today, chosen, stop, onOpen, onKeyDown }: MonthGridProps) {
  const t = useT();
  const text = useLocaleText();
  const { date: write, settings } = useFormat();
  const columns = Array.from({ length: 7 }, (_, index) => (index + settings.weekStart) % 7);

  function nameOf({ date, look, hours }: Day): string {
    const why = hours.why.map((one) => text(names.get(one))).filter(Boolean);
    return [write(date, 'full'), t(`working-calendar.look.${look}`), ...why].join(t('working-calendar.comma'));
  }

  return (
    <table className={classes['month']}>
      <caption>{monthNames[settings.language][settings.calendar][month.month - 1]}</caption>
      <thead>
        <tr>
          {columns.map((weekday) => (
            <th key={weekday} scope="col">
              <span aria-hidden>{weekdayLetters[settings.language][weekday]}</span>
              <VisuallyHidden>{weekdayNames[settings.language][weekday]}</VisuallyHidden>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week, index) => (
          <tr key={index}>
            {week.map((day, at) => (
              <td key={at}>
                {day ? (
                  <button
                    type="button"
                    className={classes['day']}
                    data-day={day.date}
                    data-look={day.look}
                    aria-label={nameOf(day)}
                    aria-pressed={day.date === chosen}
                    aria-current={day.date === today ? 'date' : undefined}
                    tabIndex={day.date === stop ? 0 : -1}
                    onClick={() => onOpen(day.date)}
                    onKeyDown={onKeyDown}
                  >
                    <span className={classes['number']}>{toDigits(String(day.day), settings.digits)}</span>
                    <span className={classes['mark']} />
                  </button>
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function weeksOf({ before, days }: Month): (Day | null)[][] {
  const cells = [...Array.from({ length: before }, () => null), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, at) => cells[week * 7 + at] ?? null),
  );
}

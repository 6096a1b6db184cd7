// When an exception is, in words: its days by the names of its months, of which year, in which calendar.
import { fromIsoDate } from '#kernel/calendar/calendar-date.ts';
import { eras, monthNames } from '#kernel/calendar/names.ts';
import { toDigits } from '#kernel/digits.ts';
import { daysOfYear } from '#kernel/working-time/calendar-days.ts';
import type { YearDay } from '#kernel/working-time/working-calendar.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import type { Exception } from './use-calendars.ts';

export function useExceptionWords() {
  const t = useT();
  const format = useFormat();
  const { language, digits } = format.settings;

  function daysWords({ calendar, from, until }: Exception): string {
    const name = ({ month, day }: YearDay) =>
      `${toDigits(String(day), digits)} ${monthNames[language][calendar][month - 1] ?? ''}`;
    const one = from.month === until.month && from.day === until.day;
    return one ? name(from) : t('working-calendar.span', { from: name(from), until: name(until) });
  }

  function yearWords({ calendar, year }: Exception): string {
    if (year === null) return t('working-calendar.every-year');
    return Number.isNaN(year) ? '…' : `${toDigits(String(year), digits)} ${eras[language][calendar]}`;
  }

  /** Where its days fall in a year by computation, whatever was announced. */
  function computedDays(exception: Exception, year: number): { from: string; until: string } | null {
    if (!Number.isInteger(year) || year < 1 || year > 9998) return null;
    return daysOfYear({ ...exception, year: null, declared: [] }, year);
  }

  /** The year of the exception's calendar that it is now. */
  function thisYear({ calendar }: Exception): number {
    return fromIsoDate(format.dayOf(new Date().toISOString()), calendar).year;
  }

  return { daysWords, yearWords, computedDays, thisYear };
}

// Says how far an instant is from now ("3 days ago"), in the language and digits of the reader.
import { toDigits } from '../digits.ts';
import { calendarMomentAt } from './calendar-date.ts';
import { startOfDay } from './periods.ts';
import type { DateSettings } from './settings.ts';

type RelativeSettings = Pick<DateSettings, 'language' | 'calendar' | 'digits' | 'timeZone'>;

const formatters = new Map<string, Intl.RelativeTimeFormat>();
const minute = 60_000;
const day = 86_400_000;

/**
 * Under 45 seconds "now"; then minutes, hours below one day, calendar days ("yesterday") below 30, months and years of the
 * reader's own calendar. Counts are cut, not rounded: 1 h 59 min is "1 hour ago", so nothing sounds later than it is.
 */
export function formatRelative(instant: Date, now: Date, settings: RelativeSettings): string {
  const apart = instant.getTime() - now.getTime();
  const size = Math.abs(apart);
  if (size < 45_000) return relative(0, 'second', settings);
  if (size < 60 * minute)
    return relative(Math.sign(apart) * Math.max(1, Math.trunc(size / minute)), 'minute', settings);
  if (size < day) return relative(Math.trunc(apart / (60 * minute)), 'hour', settings);

  const [then, today] = [calendarMomentAt(instant, settings), calendarMomentAt(now, settings)];
  const dayStart = (moment: typeof then): number => startOfDay(moment, 'UTC').getTime();
  // Between midnights of UTC, so that a day of 23 or 25 hours still counts as one.
  const days = (dayStart(then) - dayStart(today)) / day;
  if (Math.abs(days) < 30) return relative(days, 'day', settings);
  let months = (then.year - today.year) * 12 + then.month - today.month;
  if (months > 0 && then.day < today.day) months -= 1;
  if (months < 0 && then.day > today.day) months += 1;
  if (Math.abs(months) < 12) return relative(months || Math.sign(apart), 'month', settings);
  return relative(Math.trunc(months / 12), 'year', settings);
}

function relative(count: number, unit: Intl.RelativeTimeFormatUnit, { language, digits }: RelativeSettings): string {
  let formatter = formatters.get(language);
  if (!formatter) {
    formatter = new Intl.RelativeTimeFormat(`${language}-u-nu-latn`, { numeric: 'auto' });
    formatters.set(language, formatter);
  }
  return toDigits(formatter.format(count, unit), digits);
}

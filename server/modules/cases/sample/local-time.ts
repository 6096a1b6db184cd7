// Days and hours of the sample organisation: when people write, and when its offices work.
import { calendarMomentAt } from '#kernel/calendar/calendar-date.ts';
import type { DateSettings } from '#kernel/calendar/settings.ts';
import type { Random } from '#platform/random.ts';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Minutes after midnight between which offices work. */
const office = { opens: 450, closes: 930 };

export type LocalTime = {
  /** Midnight of the day that holds the moment. */
  startOfDay(at: number): number;
  isWeekend(at: number): boolean;
  /** First working day after a weekend. */
  isBusyDay(at: number): boolean;
  /** 1 to 12 of the Gregorian year: seasons follow the sun. */
  month(at: number): number;
  dayOfMonth(at: number): number;
  isOfficeTime(at: number): boolean;
  /** The moment itself when offices work, else one at the beginning of the next working day. */
  officeTime(at: number): number;
};

/** All moments in milliseconds. The distance to UTC is taken once: neither Saudi Arabia nor Iran changes its clocks. */
export function localTime(settings: DateSettings, now: Date, random: Random): LocalTime {
  const wall = calendarMomentAt(now, { calendar: 'gregory', timeZone: settings.timeZone });
  const shift =
    Math.round(
      (Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute) - now.getTime()) / minuteMs / 15,
    ) *
    15 *
    minuteMs;
  const local = (at: number): Date => new Date(at + shift);
  const minutes = (at: number): number => local(at).getUTCHours() * 60 + local(at).getUTCMinutes();
  const startOfDay = (at: number): number => Math.floor((at + shift) / dayMs) * dayMs - shift;
  const isWeekend = (at: number): boolean => settings.weekendDays.some((day) => day === local(at).getUTCDay());
  const isOfficeTime = (at: number): boolean =>
    !isWeekend(at) && minutes(at) >= office.opens && minutes(at) < office.closes;
  return {
    startOfDay,
    isWeekend,
    isBusyDay: (at) => !isWeekend(at) && isWeekend(at - dayMs),
    month: (at) => local(at).getUTCMonth() + 1,
    dayOfMonth: (at) => local(at).getUTCDate(),
    isOfficeTime,
    officeTime(at) {
      if (isOfficeTime(at)) return at;
      let day = startOfDay(at);
      if (minutes(at) >= office.closes) day += dayMs;
      while (isWeekend(day)) day += dayMs;
      return day + Math.round((office.opens + random.logNormal(60, 0.8)) * minuteMs);
    },
  };
}

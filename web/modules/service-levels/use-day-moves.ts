// Where a key leads from a day: by days and weeks with the arrows, by months with the page keys, to the ends of a week.
import type { KeyboardEvent } from 'react';
import { addDays, addMonths, fromIsoDate, toIsoDate, weekdayOf } from '#kernel/calendar/calendar-date.ts';
import type { IsoDate, Weekday } from '#kernel/calendar/settings.ts';
import { directionOf } from '#web/lib/direction.ts';
import { useFormat } from '#web/lib/format.ts';

/** The day reached, or null for a key that moves nothing. Nobody leaves the year by a key. */
export function useDayMoves(days: readonly { date: IsoDate }[], weekStart: Weekday) {
  const { settings } = useFormat();
  const forth = directionOf(settings.language) === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = forth === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  return ({ key }: KeyboardEvent, from: IsoDate): IsoDate | null => {
    const inWeek = (weekdayOf(from) - weekStart + 7) % 7;
    const byDays = new Map([
      [forth, 1],
      [back, -1],
      ['ArrowDown', 7],
      ['ArrowUp', -7],
      ['Home', -inWeek],
      ['End', 6 - inWeek],
    ]).get(key);
    const byMonths = new Map([
      ['PageDown', 1],
      ['PageUp', -1],
    ]).get(key);
    if (byDays === undefined && byMonths === undefined) return null;
    const day = fromIsoDate(from, settings.calendar);
    const reached = toIsoDate(byDays === undefined ? addMonths(day, byMonths!) : addDays(day, byDays));
    const [first, last] = [days[0]!.date, days.at(-1)!.date];
    return reached < first ? first : reached > last ? last : reached;
  };
}

// A moment by the clock on the wall, "2026-11-27T13:00", taken apart into day and minute and put together again.
import type { IsoDate } from '#kernel/calendar/settings.ts';

export type MomentParts = { date: IsoDate | null; minute: number | null };

export function splitMoment(moment: string | null): MomentParts {
  if (!moment) return { date: null, minute: null };
  const [date = '', time = ''] = moment.split('T');
  return { date, minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) };
}

/** Null while a part is missing. */
export function joinMoment({ date, minute }: MomentParts): string | null {
  if (!date || minute === null) return null;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

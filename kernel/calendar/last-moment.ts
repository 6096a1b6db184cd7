// A due time as people say it: what ends at midnight ends with the day before.
import { offsetAt } from './offset.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** The same moment, or the minute before where the clock on the wall shows midnight: "by the 24th", not "by the 25th, 0:00". */
export function lastMoment(due: Date, timeZone: string): Date {
  const shown = due.getTime() + offsetAt(due.getTime(), timeZone);
  return shown % dayMs === 0 ? new Date(due.getTime() - minuteMs) : due;
}

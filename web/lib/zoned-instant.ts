// The instant at which a clock on the wall of the organisation shows a day and time.
import { parseDateTime, toZoned } from '@internationalized/date';

/** `day` is "YYYY-MM-DD", `time` "HH:MM". */
export function zonedInstant(day: string, time: string, timeZone: string): Date {
  return toZoned(parseDateTime(`${day}T${time}`), timeZone).toDate();
}

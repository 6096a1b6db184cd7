// The instant at which a clock on the wall shows a day and time; where clocks skip it, as at midnight in Cairo, the first that exists.
import { parseDateTime, toZoned } from '@internationalized/date';

/** `day` is "YYYY-MM-DD", `time` "HH:MM", with seconds if need be. */
export function zonedInstant(day: string, time: string, timeZone: string): Date {
  return toZoned(parseDateTime(`${day}T${time}`), timeZone).toDate();
}

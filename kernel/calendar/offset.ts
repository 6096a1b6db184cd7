// How far the clocks of a time zone are from UTC at an instant.
import { fromAbsolute } from '@internationalized/date';

/** Milliseconds to add to an instant to get what the clock on the wall shows; daylight-saving history included. */
export function offsetAt(instantMs: number, timeZone: string): number {
  return fromAbsolute(instantMs, timeZone).offset;
}

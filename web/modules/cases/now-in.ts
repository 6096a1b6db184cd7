// Day and time that the clock of the organisation shows now.
import { now } from '@internationalized/date';

export function nowIn(timeZone: string): { day: string; time: string } {
  const [day = '', time = ''] = now(timeZone).toString().split('T');
  return { day, time: time.slice(0, 5) };
}

// When a mail tells of a notice: at once, or with the letter of the day.
import type { NotificationDelivery } from '#contract/notifications.ts';
import { isoDateAt } from '#kernel/calendar/calendar-date.ts';
import { offsetAt } from '#kernel/calendar/offset.ts';

const hourMs = 3_600_000;
/** The letter of the day leaves at eight by the organisation's clock; clocks are changed earlier in the night. */
const letterHour = 8;

/** `from`: when the notice was written, or the later moment until which it shall disturb nobody. Null: no mail. */
export function mailMoment(delivery: NotificationDelivery, from: Date, timeZone: string): Date | null {
  if (delivery === 'never') return null;
  return delivery === 'at-once' ? from : nextLetter(from, timeZone);
}

function nextLetter(from: Date, timeZone: string): Date {
  const today = Date.parse(isoDateAt(from, timeZone));
  const letters = [today, today + 24 * hourMs].map((day) => letterOf(day, timeZone));
  return letters.find((letter) => letter >= from)!;
}

/** `day`: its midnight in UTC. */
function letterOf(day: number, timeZone: string): Date {
  const wall = day + letterHour * hourMs;
  return new Date(wall - offsetAt(wall - offsetAt(wall, timeZone), timeZone));
}

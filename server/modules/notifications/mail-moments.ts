// When a mail tells of a notice: at once, or with the letter of the day.
import type { NotificationDelivery } from '#contract/notifications.ts';
import { addDays, fromIsoDate, isoDateAt } from '#kernel/calendar/calendar-date.ts';
import { startOfDay } from '#kernel/calendar/periods.ts';

/** The letter of the day leaves at eight by the organisation's clock. */
const hourMs = 3_600_000;
const letterHour = 8;

/** `from`: when the notice was written, or the later moment until which it shall disturb nobody. Null: no mail. */
export function mailMoment(delivery: NotificationDelivery, from: Date, timeZone: string): Date | null {
  if (delivery === 'never') return null;
  return delivery === 'at-once' ? from : nextLetter(from, timeZone);
}

function nextLetter(from: Date, timeZone: string): Date {
  const today = fromIsoDate(isoDateAt(from, timeZone), 'gregory');
  const letterOf = (day: typeof today): Date => new Date(startOfDay(day, timeZone).getTime() + letterHour * hourMs);
  const letter = letterOf(today);
  return letter >= from ? letter : letterOf(addDays(today, 1));
}

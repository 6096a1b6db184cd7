// When mail tells of a notice: the letter of the day leaves at eight by the organisation's clock, and never before the notice.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarMomentAt } from '#kernel/calendar/calendar-date.ts';
import { mailMoment } from './mail-moments.ts';

const moments = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
const zones = fc.constantFrom('Asia/Riyadh', 'Asia/Tehran', 'Africa/Cairo', 'Europe/London');

test('the letter of the day is the next eight o’clock', () => {
  fc.assert(
    fc.property(moments, zones, (from, timeZone) => {
      const letter = mailMoment('daily', from, timeZone)!;
      const { hour, minute, second } = calendarMomentAt(letter, { calendar: 'gregory', timeZone });
      expect({ hour, minute, second }).toEqual({ hour: 8, minute: 0, second: 0 });
      const wait = letter.getTime() - from.getTime();
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThanOrEqual(25 * 3_600_000);
    }),
  );
});

test.each([
  ['Africa/Cairo', '2026-04-24T00:00:00Z', '2026-04-24T05:00:00.000Z'],
  ['Europe/London', '2026-03-29T00:30:00Z', '2026-03-29T07:00:00.000Z'],
  ['Europe/London', '2026-10-25T00:30:00Z', '2026-10-25T08:00:00.000Z'],
])('in a night in which the clocks of %s change too', (timeZone, from, letter) => {
  expect(mailMoment('daily', new Date(from), timeZone)!.toISOString()).toBe(letter);
});

test('at once is now, never is no mail', () => {
  const now = new Date('2026-12-01T19:00:00Z');
  expect(mailMoment('at-once', now, 'Asia/Riyadh')).toEqual(now);
  expect(mailMoment('never', now, 'Asia/Riyadh')).toBeNull();
});

// The three calendars against Intl on every day from 1940 to 2060, and their arithmetic.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  calendarMomentAt,
  daysInMonth,
  fromIsoDate,
  isoDateAt,
  isWeekend,
  monthsInYear,
  toIsoDate,
  weekdayOf,
} from './calendar-date.ts';
import type { CalendarName } from './settings.ts';

const calendars: CalendarName[] = ['gregory', 'islamic-umalqura', 'persian'];
const day = 86_400_000;
const isoDay = fc
  .integer({ min: Date.UTC(1940, 0, 1) / day, max: Date.UTC(2060, 11, 31) / day })
  .map((n) => new Date(n * day).toISOString().slice(0, 10));

describe.each(calendars)('%s', (calendar) => {
  test('equals Intl on every day from 1940 to 2060, and converts back', () => {
    const intl = new Intl.DateTimeFormat('en-u-nu-latn', {
      calendar,
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    const wrong: string[] = [];
    let count = 0;
    for (let at = Date.UTC(1940, 0, 1); at <= Date.UTC(2060, 11, 31); at += day, count++) {
      const iso = new Date(at).toISOString().slice(0, 10);
      const parts = new Map(intl.formatToParts(at).map((part) => [part.type, Number(part.value)]));
      const date = fromIsoDate(iso, calendar);
      const same =
        date.year === parts.get('year') && date.month === parts.get('month') && date.day === parts.get('day');
      if (!same || toIsoDate(date) !== iso || weekdayOf(iso) !== new Date(at).getUTCDay()) wrong.push(iso);
    }
    expect(wrong).toEqual([]);
    expect(count).toBe(44_196);
  }, 20_000);
  test('the day after the last of a month is the first of the next', () => {
    fc.assert(
      fc.property(isoDay, (iso) => {
        const { year, month } = fromIsoDate(iso, calendar);
        const last = { calendar, year, month, day: daysInMonth(calendar, year, month) };
        expect(addDays(last, 1)).toEqual({ ...addMonths({ ...last, day: 1 }, 1) });
        expect(month).toBeLessThanOrEqual(monthsInYear(calendar, year));
      }),
    );
  });
  test('adding months forth and back keeps the month, and the day where it exists', () => {
    fc.assert(
      fc.property(isoDay, fc.integer({ min: -120, max: 120 }), (iso, months) => {
        const date = fromIsoDate(iso, calendar);
        const moved = addMonths(date, months);
        expect(moved.year * 12 + moved.month).toBe(date.year * 12 + date.month + months);
        expect(moved.day).toBe(Math.min(date.day, daysInMonth(calendar, moved.year, moved.month)));
      }),
    );
  });
});

test('known days', () => {
  expect(fromIsoDate('2026-11-22', 'persian')).toEqual({ calendar: 'persian', year: 1405, month: 9, day: 1 });
  expect(fromIsoDate('2026-11-22', 'islamic-umalqura')).toEqual({
    calendar: 'islamic-umalqura',
    year: 1448,
    month: 6,
    day: 12,
  });
  expect(daysInMonth('persian', 1403, 12)).toBe(30);
  expect(daysInMonth('persian', 1405, 12)).toBe(29);
});
test('a day that does not exist is refused', () => {
  expect(() => toIsoDate({ calendar: 'persian', year: 1405, month: 12, day: 30 })).toThrow(RangeError);
  expect(() => toIsoDate({ calendar: 'gregory', year: 2026, month: 2, day: 29 })).toThrow(RangeError);
});
test('an instant is the day it is in its time zone', () => {
  const instant = new Date('2026-03-20T20:45:00Z');
  expect(isoDateAt(instant, 'UTC')).toBe('2026-03-20');
  expect(isoDateAt(instant, 'Asia/Riyadh')).toBe('2026-03-20');
  expect(calendarMomentAt(instant, { calendar: 'persian', timeZone: 'Asia/Tehran' })).toEqual({
    calendar: 'persian',
    year: 1405,
    month: 1,
    day: 1,
    hour: 0,
    minute: 15,
    second: 0,
    weekday: 6,
  });
});
test('the weekend is a setting', () => {
  expect(isWeekend('2026-11-20', { weekendDays: [5] })).toBe(true);
  expect(isWeekend('2026-11-21', { weekendDays: [5] })).toBe(false);
  expect(isWeekend('2026-11-21', { weekendDays: [5, 6] })).toBe(true);
});

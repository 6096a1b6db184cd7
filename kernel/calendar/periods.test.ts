// Periods tile time exactly, also where clocks were moved at midnight, and agree with the calendar of their instants.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarMomentAt } from './calendar-date.ts';
import { periodAt, periodsBetween, startOfDay, type PeriodUnit } from './periods.ts';
import type { CalendarName, Weekday } from './settings.ts';

const zones = ['Asia/Tehran', 'Africa/Cairo', 'Asia/Riyadh', 'Europe/London', 'UTC', 'Asia/Beirut'];
const settingsOf = fc.record({
  calendar: fc.constantFrom<CalendarName>('gregory', 'islamic-umalqura', 'persian'),
  timeZone: fc.constantFrom(...zones),
  weekStart: fc.constantFrom<Weekday>(0, 1, 6),
});
const instant = fc.date({
  min: new Date('1970-01-01T00:00:00Z'),
  max: new Date('2040-01-01T00:00:00Z'),
  noInvalidDate: true,
});

describe('periods', () => {
  test('days begin when clocks say so, also where midnight was skipped', () => {
    // Tehran put its clocks forward at 00:00 on 22 March 2022; Cairo at 00:00 on 28 April 2023.
    expect(startOfDay('2022-03-22', 'Asia/Tehran').toISOString()).toBe('2022-03-21T20:30:00.000Z');
    expect(
      calendarMomentAt(startOfDay('2022-03-22', 'Asia/Tehran'), { calendar: 'gregory', timeZone: 'Asia/Tehran' }),
    ).toMatchObject({ day: 22, hour: 1 });
    expect(
      calendarMomentAt(startOfDay('2023-04-28', 'Africa/Cairo'), { calendar: 'gregory', timeZone: 'Africa/Cairo' }),
    ).toMatchObject({ day: 28, hour: 1 });
    // The same day named in the Persian calendar: 2 Farvardin 1401.
    expect(startOfDay({ calendar: 'persian', year: 1401, month: 1, day: 2 }, 'Asia/Tehran')).toEqual(
      startOfDay('2022-03-22', 'Asia/Tehran'),
    );
    expect(startOfDay({ calendar: 'persian', year: 1401, month: 1, day: 1 }, 'Asia/Tehran').toISOString()).toBe(
      '2022-03-20T20:30:00.000Z',
    );
    const longDay = periodAt('day', new Date('2023-10-26T12:00:00Z'), {
      calendar: 'gregory',
      timeZone: 'Africa/Cairo',
      weekStart: 6,
    });
    expect((longDay.end.getTime() - longDay.start.getTime()) / 3_600_000).toBe(25);
  });
  test('Azar 1405 in Tehran is this stretch of time', () => {
    const azar = periodAt('month', new Date('2026-11-30T00:00:00Z'), {
      calendar: 'persian',
      timeZone: 'Asia/Tehran',
      weekStart: 6,
    });
    expect([azar.start.toISOString(), azar.end.toISOString()]).toEqual([
      '2026-11-21T20:30:00.000Z',
      '2026-12-21T20:30:00.000Z',
    ]);
    expect(azar.first).toEqual({ calendar: 'persian', year: 1405, month: 9, day: 1 });
  });
  test('a period holds its instant, and its neighbours do not', () => {
    fc.assert(
      fc.property(
        instant,
        settingsOf,
        fc.constantFrom<PeriodUnit>('day', 'week', 'month', 'year'),
        (at, settings, unit) => {
          const { start, end } = periodAt(unit, at, settings);
          expect(start <= at && at < end).toBe(true);
          expect(periodAt(unit, start, settings).start).toEqual(start);
          expect(periodAt(unit, new Date(end.getTime() - 1), settings).start).toEqual(start);
          expect(periodAt(unit, end, settings).start).toEqual(end);
          if (unit === 'week') expect(calendarMomentAt(start, settings).weekday).toBe(settings.weekStart);
        },
      ),
      { numRuns: 300 },
    );
  });
  test('buckets tile the stretch without gap or overlap, and each is one month of the calendar', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 900 }), settingsOf, (from, days, settings) => {
        const to = new Date(from.getTime() + days * 86_400_000);
        const buckets = periodsBetween('month', from, to, settings);
        expect(buckets[0]?.start.getTime()).toBeLessThanOrEqual(from.getTime());
        expect(buckets.at(-1)?.end.getTime()).toBeGreaterThanOrEqual(to.getTime());
        expect(buckets.at(-1)?.start.getTime()).toBeLessThan(to.getTime());
        buckets.slice(1).forEach((bucket, index) => expect(bucket.start).toEqual(buckets[index]?.end));
        for (const bucket of buckets) {
          const { year, month } = calendarMomentAt(bucket.start, settings);
          expect([year, month]).toEqual([bucket.first.year, bucket.first.month]);
        }
      }),
      { numRuns: 150 },
    );
  });
  test('an empty stretch has no buckets; too many are refused', () => {
    const settings = { calendar: 'gregory', timeZone: 'UTC', weekStart: 1 } as const;
    expect(periodsBetween('day', new Date(5), new Date(5), settings)).toEqual([]);
    expect(() => periodsBetween('day', new Date('1900-01-01'), new Date('2000-01-01'), settings)).toThrow(RangeError);
  });
});

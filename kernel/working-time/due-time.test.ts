// Due times against a walk minute by minute over random calendars, pauses, clock changes and holidays of three calendars.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarMomentAt, fromIsoDate, weekdayOf } from '../calendar/calendar-date.ts';
import type { CalendarName, IsoDate } from '../calendar/settings.ts';
import { dueTime, explainedDueTime, openMsBetween, type Pause, type Target } from './due-time.ts';
import { openTime } from './open-time.ts';
import type { Exception, Span, Week, WorkingCalendar } from './working-calendar.ts';

const minuteMs = 60_000;
/** Days that the walk knows; cases whose due time lies beyond are compared as far as it goes. */
const daysKnown = 45;

const spans = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 6 })
  .map((quarters) => quarters.toSorted((a, b) => a - b))
  .map((quarters) =>
    Array.from({ length: Math.floor(quarters.length / 2) }, (_, at): Span => ({
      from: quarters[at * 2]! * 15,
      until: quarters[at * 2 + 1]! * 15,
    })),
  );
const week: fc.Arbitrary<Week> = fc.array(spans, { minLength: 7, maxLength: 7 });
const yearDay = fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 29 }) });
const exceptions = (base: IsoDate): fc.Arbitrary<Exception> =>
  fc.constantFrom<CalendarName>('gregory', 'islamic-umalqura', 'persian').chain((calendar) => {
    const { year } = fromIsoDate(base, calendar);
    return fc
      .record({
        calendar: fc.constant(calendar),
        year: fc.constantFrom(null, null, year, year + 1),
        from: yearDay,
        length: fc.integer({ min: 0, max: 40 }),
        week: fc.option(week),
        declared: fc.option(
          fc.record({
            year: fc.constant(year),
            from: fc.integer({ min: 0, max: 40 }),
            days: fc.integer({ min: 0, max: 5 }),
          }),
        ),
      })
      .map(({ length, declared, ...rest }) => ({
        ...rest,
        id: `${rest.from.month}-${rest.from.day}-${length}`,
        until: {
          month: ((rest.from.month - 1 + Math.floor((rest.from.day + length) / 30)) % 12) + 1,
          day: Math.max(1, (rest.from.day + length) % 30),
        },
        declared: declared
          ? [
              {
                year: declared.year,
                from: dayFrom(base, declared.from),
                until: dayFrom(base, declared.from + declared.days),
              },
            ]
          : [],
      }));
  });

/** Clocks of these zones change within some of these weeks, in Cairo and Tehran at midnight; Tehran stopped in 2022. */
const bases = ['2024-03-01', '2024-10-10', '2026-02-10', '2021-09-10', '2022-03-05', '2023-04-15', '2026-06-01'];
const scene = fc
  .record({
    base: fc.constantFrom(...bases),
    timeZone: fc.constantFrom('Asia/Riyadh', 'Asia/Tehran', 'Africa/Cairo', 'Europe/London', 'Asia/Beirut'),
  })
  .chain(({ base, timeZone }) =>
    fc.record({
      base: fc.constant(base),
      calendar: fc.record({
        timeZone: fc.constant(timeZone),
        week,
        exceptions: fc.array(exceptions(base), { maxLength: 4 }),
        closures: fc.array(
          fc
            .record({ from: fc.integer({ min: 0, max: daysKnown * 24 }), hours: fc.integer({ min: 1, max: 60 }) })
            .map(({ from, hours }) => ({
              id: `closure-${from}`,
              from: wallFrom(base, from),
              until: wallFrom(base, from + hours),
            })),
          { maxLength: 3 },
        ),
      }),
      cases: fc.array(
        fc.record({
          start: fc.integer({ min: 0, max: (daysKnown - 15) * 1440 }),
          target: fc.oneof(
            fc.record({
              unit: fc.constantFrom('working-minutes' as const, 'minutes' as const),
              amount: fc.integer({ min: 1, max: 6_000 }),
            }),
            fc.record({
              unit: fc.constantFrom('working-days' as const, 'days' as const),
              amount: fc.integer({ min: 1, max: 9 }),
            }),
          ),
          pauses: fc.array(
            fc.record({
              from: fc.integer({ min: -2_000, max: 12_000 }),
              length: fc.option(fc.integer({ min: 1, max: 4_000 }), { freq: 30 }),
            }),
            { maxLength: 3 },
          ),
        }),
        { minLength: 170, maxLength: 170 },
      ),
    }),
  );

describe('due times', () => {
  test('are what a walk minute by minute finds', () => {
    let compared = 0;
    fc.assert(
      fc.property(scene, ({ base, calendar, cases }) => {
        const open = openTime(calendar);
        const walk = walkOf(calendar, base);
        for (const { date, first, open: minutes } of walk.dates.slice(2, -2))
          expect(open.dayAt(walk.begins + first * minuteMs)).toMatchObject({ date, openMs: minutes * minuteMs });
        for (const one of cases) {
          const start = walk.begins + one.start * minuteMs;
          const pauses = one.pauses.map(({ from, length }): Pause => {
            const begins = start + from * minuteMs;
            return { from: begins, until: length === null ? null : begins + length * minuteMs };
          });
          const expected = walk.due(one.start, one.target, pauses);
          const { due, days } = explainedDueTime(open, start, one.target, pauses);
          expect(dueTime(open, start, one.target, pauses)).toBe(due);
          if (expected === 'beyond') {
            expect(typeof due === 'string' || due > walk.ends).toBe(true);
            continue;
          }
          expect(due, JSON.stringify({ start: new Date(start), one, pauses })).toBe(expected);
          compared += 1;
          if (typeof due === 'string' || one.target.unit === 'minutes' || one.target.unit === 'days') continue;
          // The days add up to what went by.
          const counted = days.reduce((sum, day) => sum + day.countedMs, 0);
          expect(counted).toBe(openMsBetween(open, start, due, pauses));
        }
      }),
      { numRuns: 64, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(10_000);
  }, 300_000);

  const office: WorkingCalendar = {
    timeZone: 'Asia/Riyadh',
    week: [0, 1, 2, 3, 4, 5, 6].map((day) =>
      day < 4
        ? [
            { from: 480, until: 720 },
            { from: 780, until: 960 },
          ]
        : day === 4
          ? [{ from: 480, until: 840 }]
          : [],
    ),
    exceptions: [
      {
        id: 'founding-day',
        calendar: 'gregory',
        year: null,
        from: { month: 2, day: 22 },
        until: { month: 2, day: 22 },
        week: null,
        declared: [],
      },
      {
        id: 'eid',
        calendar: 'islamic-umalqura',
        year: null,
        from: { month: 10, day: 1 },
        until: { month: 10, day: 3 },
        week: null,
        // Computed for 20 March 2026; the moon was seen a day later.
        declared: [{ year: 1447, from: '2026-03-21', until: '2026-03-23' }],
      },
    ],
    closures: [],
  };
  const at = (riyadh: string): number => Date.parse(`${riyadh}+03:00`);

  test('three working days go to the close of the third, over a half day, a weekend and a holiday, and say so', () => {
    // Wednesday. Thursday is a half day, Friday and Saturday are closed, Sunday is Founding Day.
    const { due, days } = explainedDueTime(openTime(office), at('2026-02-18T09:40:00'), {
      amount: 3,
      unit: 'working-days',
    });
    expect(due).toBe(at('2026-02-24T16:00:00'));
    expect(days.map(({ date, kind, why, openMs }) => [date, kind, why.join(), openMs / minuteMs])).toEqual([
      ['2026-02-18', 'ordinary', '', 320],
      ['2026-02-19', 'ordinary', '', 360],
      ['2026-02-20', 'ordinary', '', 0],
      ['2026-02-21', 'ordinary', '', 0],
      ['2026-02-22', 'holiday', 'founding-day', 0],
      ['2026-02-23', 'ordinary', '', 420],
      ['2026-02-24', 'ordinary', '', 420],
    ]);
  });

  test('a pause moves it by the working time that it took, and one that lasts stops the clock', () => {
    const open = openTime(office);
    const target: Target = { amount: 120, unit: 'working-minutes' };
    // From Thursday noon to Monday 08:30: two hours of Thursday and half an hour of Monday were open.
    const pause = { from: at('2026-02-19T12:00:00'), until: at('2026-02-23T08:30:00') };
    expect(dueTime(open, at('2026-02-19T11:00:00'), target, [pause])).toBe(at('2026-02-23T09:30:00'));
    expect(dueTime(open, at('2026-02-19T11:00:00'), target, [{ ...pause, until: null }])).toBe('paused');
  });

  test('an announced day takes the place of the computed one', () => {
    const open = openTime(office);
    const due = (declared: boolean): unknown =>
      dueTime(
        declared
          ? open
          : openTime({ ...office, exceptions: office.exceptions.map((one) => ({ ...one, declared: [] })) }),
        at('2026-03-18T15:00:00'),
        { amount: 2, unit: 'working-days' },
      );
    // Computed: Friday to Sunday. Announced: Saturday to Monday.
    expect(due(false)).toBe(at('2026-03-23T16:00:00'));
    expect(due(true)).toBe(at('2026-03-24T16:00:00'));
  });

  test('where the calendar never opens there is no due time', () => {
    const never = openTime({ ...office, week: [[], [], [], [], [], [], []] });
    expect(dueTime(never, at('2026-02-18T09:40:00'), { amount: 1, unit: 'working-minutes' })).toBe('unreachable');
    expect(dueTime(never, at('2026-02-18T09:40:00'), { amount: 1, unit: 'working-days' })).toBe('unreachable');
    expect(dueTime(never, at('2026-02-18T09:40:00'), { amount: 90, unit: 'minutes' })).toBe(at('2026-02-18T11:10:00'));
  });
});

/** The same rules, told minute by minute and without anything that the engine uses but the conversion of dates. */
function walkOf(calendar: WorkingCalendar, base: IsoDate) {
  const begins = Date.parse(`${base}T00:00:00Z`);
  const count = daysKnown * 1440;
  // A day more on both sides: the days of the time zone overlap those of UTC.
  const moments = Array.from({ length: count + 2 * 1440 }, (_, at) => {
    const { year, month, day, hour, minute } = calendarMomentAt(new Date(begins + (at - 1440) * minuteMs), {
      calendar: 'gregory',
      timeZone: calendar.timeZone,
    });
    const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    return { at: at - 1440, date, wall: hour * 60 + minute };
  });
  const byDate = Map.groupBy(moments, ({ date }) => date);
  const isOpen = new Uint8Array(count + 1440);
  const dates: { date: IsoDate; first: number; next: number; open: number }[] = [];
  for (const [date, minutes] of byDate) {
    let openMinutes = 0;
    for (const { from, until } of spansOn(calendar, date)) {
      const first = minutes.find(({ wall }) => wall >= from)?.at ?? Number.POSITIVE_INFINITY;
      const last = minutes.findLast(({ wall }) => wall < until)?.at ?? Number.NEGATIVE_INFINITY;
      for (let at = Math.max(first, 0); at <= last && at < isOpen.length; at += 1)
        if (!closedBy(calendar, date, moments[at + 1440]?.wall ?? 0) && isOpen[at] === 0) isOpen[at] = 1;
    }
    for (const { at } of minutes) openMinutes += at >= 0 ? isOpen[at]! : 0;
    dates.push({ date, first: minutes[0]!.at, next: minutes.at(-1)!.at + 1, open: openMinutes });
  }
  const dayOf = (at: number): number => dates.findIndex(({ first, next }) => first <= at && at < next);
  const due = (start: number, { unit, amount }: Target, pauses: readonly Pause[]): number | 'paused' | 'beyond' => {
    const byClock = unit === 'minutes' || unit === 'days';
    let left = amount;
    if (unit === 'working-days' || unit === 'days') {
      let day = dayOf(start);
      for (let days = 0; days < amount;) {
        day += 1;
        if (day >= dates.length - 1) return 'beyond';
        if (byClock || dates[day]!.open > 0) days += 1;
      }
      left = 0;
      for (let at = start; at < dates[day]!.next; at += 1) left += byClock || isOpen[at] ? 1 : 0;
    }
    for (let at = start; at < count; at += 1) {
      const now = begins + at * minuteMs;
      const paused = pauses.some(({ from, until }) => from <= now && now < (until ?? Number.POSITIVE_INFINITY));
      if (paused && pauses.some(({ from, until }) => until === null && from <= now)) return 'paused';
      if (!paused && (byClock || isOpen[at])) left -= 1;
      if (left === 0) return now + minuteMs;
    }
    return 'beyond';
  };
  return { dates, begins, ends: begins + (count - 1440) * minuteMs, due };
}

function spansOn(calendar: WorkingCalendar, date: IsoDate): readonly Span[] {
  const meeting = calendar.exceptions.filter((one) => meets(one, date));
  const decides = meeting.find((one) => one.week === null) ?? meeting[0];
  return (decides ? decides.week : calendar.week)?.[weekdayOf(date)] ?? [];
}

function meets({ calendar, year, from, until, declared }: Exception, date: IsoDate): boolean {
  if (declared.some((one) => (year === null || one.year === year) && one.from <= date && date <= one.until))
    return true;
  const day = fromIsoDate(date, calendar);
  const [now, first, last] = [day, from, until].map((one) => one.month * 100 + one.day) as [number, number, number];
  const wraps = last < first;
  const begun = now >= first && (wraps || now <= last) ? day.year : wraps && now <= last ? day.year - 1 : null;
  return begun !== null && (year === null || year === begun) && !declared.some((one) => one.year === begun);
}

function closedBy({ closures }: WorkingCalendar, date: IsoDate, wall: number): boolean {
  const moment = `${date}T${String(Math.floor(wall / 60)).padStart(2, '0')}:${String(wall % 60).padStart(2, '0')}`;
  return closures.some(({ from, until }) => from <= moment && moment < until);
}

function dayFrom(base: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${base}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function wallFrom(base: IsoDate, hours: number): string {
  return new Date(Date.parse(`${base}T00:00:00Z`) + hours * 3_600_000).toISOString().slice(0, 16);
}

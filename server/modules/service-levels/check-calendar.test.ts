// Which working calendars are refused, by which rule, and which field the fault names.
import { describe, expect, test } from 'vitest';
import type { CalendarException, Span, Week } from '#contract/service-levels.ts';
import { newId } from '#platform/ids.ts';
import { checkCalendar } from './check-calendar.ts';
import { calendarInput, closureInput, exceptionInput } from './factory.ts';

const monday = (...spans: [number, number][]): Week =>
  Array.from({ length: 7 }, (_, day): Span[] => (day === 1 ? spans.map(([from, until]) => ({ from, until })) : []));
const faultsOf = (exception: Partial<CalendarException>) =>
  checkCalendar(calendarInput({ exceptions: [exceptionInput(), exceptionInput(exception)] }));

test('a calendar with everything in it is lawful', () => {
  expect(
    checkCalendar(
      calendarInput({
        week: monday([0, 480], [480, 720], [780, 1440]),
        exceptions: [
          exceptionInput({ week: monday([600, 900]) }),
          exceptionInput({ from: { month: 12, day: 25 }, until: { month: 1, day: 6 } }),
          exceptionInput({
            calendar: 'islamic-umalqura',
            from: { month: 10, day: 1 },
            until: { month: 10, day: 4 },
            declared: [
              { year: 1447, from: '2026-03-21', until: '2026-03-24' },
              { year: 1448, from: '2027-03-10', until: '2027-03-13' },
            ],
          }),
        ],
        closures: [closureInput('2026-11-29T13:00', '2026-11-30T00:00')],
      }),
    ),
  ).toEqual([]);
});

describe('spans', () => {
  test.each<[string, [number, number][], string, string]>([
    ['that end where they begin', [[480, 480]], '1.0', 'span-empty'],
    ['that end before they begin', [[480, 420]], '1.0', 'span-empty'],
    [
      'that overlap',
      [
        [480, 720],
        [700, 960],
      ],
      '1.1',
      'span-overlaps',
    ],
    [
      'that lie in another',
      [
        [480, 960],
        [600, 660],
      ],
      '1.1',
      'span-overlaps',
    ],
    [
      'that overlap one further back',
      [
        [480, 720],
        [780, 960],
        [500, 510],
      ],
      '1.2',
      'span-overlaps',
    ],
    [
      'out of order',
      [
        [780, 960],
        [480, 720],
      ],
      '1.1',
      'span-unordered',
    ],
  ])('%s', (_, spans, place, code) => {
    expect(checkCalendar(calendarInput({ week: monday(...spans) }))).toEqual([{ field: `week.${place}`, code }]);
    expect(faultsOf({ week: monday(...spans) })).toEqual([{ field: `exceptions.1.week.${place}`, code }]);
  });
});

describe('days', () => {
  test.each<[CalendarException['calendar'], number, number]>([
    ['gregory', 2, 29],
    ['gregory', 4, 30],
    ['gregory', 12, 31],
    ['islamic-umalqura', 8, 30],
    ['islamic-umalqura', 12, 30],
    ['persian', 6, 31],
    ['persian', 7, 30],
    ['persian', 12, 30],
  ])('%s month %i has %i at most', (calendar, month, most) => {
    const ends = (day: number) => ({ calendar, from: { month, day }, until: { month, day } });
    expect(faultsOf(ends(most))).toEqual([]);
    const past = { code: 'day-never-there', params: { most } };
    expect(faultsOf(ends(most + 1))).toEqual([
      { field: 'exceptions.1.from', ...past },
      { field: 'exceptions.1.until', ...past },
    ]);
  });
});

describe('declared days', () => {
  const feast = { calendar: 'islamic-umalqura', from: { month: 10, day: 1 }, until: { month: 10, day: 4 } } as const;
  const of1447 = { year: 1447, from: '2026-03-21', until: '2026-03-24' };
  test.each<[string, Partial<CalendarException>, string, string]>([
    ['end before they begin', { declared: [{ ...of1447, until: '2026-03-20' }] }, '0.until', 'before-from'],
    ['are of another year than the exception', { year: 1448, declared: [of1447] }, '0.year', 'declared-other-year'],
    ['come twice for one year', { declared: [of1447, { ...of1447 }] }, '1.year', 'declared-twice'],
    ['begin years away', { declared: [{ ...of1447, from: '2021-03-21' }] }, '0.from', 'declared-far-from-year'],
    ['end years away', { declared: [{ ...of1447, until: '2036-03-24' }] }, '0.until', 'declared-far-from-year'],
  ])('%s', (_, exception, place, code) => {
    expect(faultsOf({ ...feast, ...exception })).toEqual([{ field: `exceptions.1.declared.${place}`, code }]);
  });
});

describe('closures', () => {
  test.each<[string, string, string, { field: string; code: string }[]]>([
    ['end when they begin', '2026-11-29T13:00', '2026-11-29T13:00', [{ field: 'until', code: 'not-after-from' }]],
    ['end before they begin', '2026-11-29T13:00', '2026-11-28T14:00', [{ field: 'until', code: 'not-after-from' }]],
    ['begin on no day', '2026-02-29T13:00', '2026-03-01T10:00', [{ field: 'from', code: 'no-such-moment' }]],
    ['end at no hour', '2026-11-29T13:00', '2026-11-29T24:00', [{ field: 'until', code: 'no-such-moment' }]],
  ])('%s', (_, from, until, faults) => {
    const closures = [closureInput('2026-01-01T10:00', '2026-01-01T11:00'), closureInput(from, until)];
    expect(checkCalendar(calendarInput({ closures }))).toEqual(
      faults.map(({ field, code }) => ({ field: `closures.1.${field}`, code })),
    );
  });
});

test('one id names one thing', () => {
  const id = newId();
  expect(
    checkCalendar(
      calendarInput({
        exceptions: [exceptionInput({ id }), exceptionInput(), exceptionInput({ id })],
        closures: [{ ...closureInput('2026-01-01T10:00', '2026-01-01T11:00'), id }],
      }),
    ),
  ).toEqual([
    { field: 'exceptions.2.id', code: 'id-twice' },
    { field: 'closures.0.id', code: 'id-twice' },
  ]);
});

test('nothing without a name, and no time zone that is not there; all faults are told at once', () => {
  expect(
    checkCalendar(
      calendarInput({
        name: {},
        timeZone: 'Asia/Atlantis',
        exceptions: [exceptionInput({ name: {} })],
        closures: [{ ...closureInput('2026-01-01T10:00', '2026-01-01T11:00'), name: {} }],
      }),
    ),
  ).toEqual([
    { field: 'name', code: 'required' },
    { field: 'timeZone', code: 'unknown-time-zone' },
    { field: 'exceptions.0.name', code: 'required' },
    { field: 'closures.0.name', code: 'required' },
  ]);
});

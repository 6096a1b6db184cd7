// A year as it is shown: months of the reader's calendar, the look of each day, and what is half written left out.
import { expect, test } from 'vitest';
import type { WorkingCalendarInput } from '#contract/service-levels.ts';
import { shownCalendar } from './shown-calendar.ts';
import { countLooks, monthsOfYear } from './year-days.ts';

const day = [{ from: 480, until: 960 }];
const week = [day, day, day, day, day, [], []];
const eid = {
  id: 'eid',
  name: { en: 'Eid' },
  calendar: 'islamic-umalqura' as const,
  year: null,
  from: { month: 10, day: 1 },
  until: { month: 10, day: 3 },
  week: null,
  declared: [],
};
const calendar: WorkingCalendarInput = {
  name: { en: 'Office' },
  timeZone: 'Asia/Riyadh',
  week,
  exceptions: [eid],
  closures: [],
};

test('a year of Umm al-Qura has its own months, and every day of it one look', () => {
  const months = monthsOfYear(shownCalendar(calendar), 1448, { calendar: 'islamic-umalqura', weekStart: 0 });
  expect(months).toHaveLength(12);
  const shawwal = months[9]!;
  expect(shawwal.days.slice(0, 4).map(({ look }) => look)).toEqual([
    'holiday',
    'holiday',
    'holiday',
    expect.any(String),
  ]);
  const total = Object.values(countLooks(months)).reduce((sum, count) => sum + count, 0);
  expect(total).toBe(months.reduce((sum, { days }) => sum + days.length, 0));
});

test('the first day stands under its own day of the week', () => {
  // 1 January 2026 is a Thursday.
  const under = (weekStart: 0 | 1 | 6) =>
    monthsOfYear(shownCalendar(calendar), 2026, { calendar: 'gregory', weekStart })[0]!.before;
  expect([under(0), under(1), under(6)]).toEqual([4, 3, 5]);
});

test('a closure takes from an open day, and not from one that is closed anyway', () => {
  const closures = [{ id: 'works', name: { en: 'Works' }, from: '2026-01-01T12:00', until: '2026-01-03T00:00' }];
  const [january] = monthsOfYear(shownCalendar({ ...calendar, closures }), 2026, { calendar: 'gregory', weekStart: 0 });
  expect(january!.days.slice(0, 3).map(({ look }) => look)).toEqual(['closure', 'closed', 'closed']);
  expect(january!.days[0]!.hours.spans).toEqual([{ from: 480, until: 720 }]);
});

test('what is half written is left out instead of breaking the year', () => {
  const half = shownCalendar({
    ...calendar,
    week: [[{ from: 960, until: 480 }], ...week.slice(1)],
    exceptions: [
      { ...eid, year: Number.NaN },
      { ...eid, id: 'other', declared: [{ year: 1448, from: null as unknown as string, until: '2027-03-12' }] },
    ],
    closures: [{ id: 'works', name: {}, from: null as unknown as string, until: '2026-01-03T00:00' }],
  });
  expect(half.week[0]).toEqual([]);
  expect(half.exceptions.map(({ id, declared }) => [id, declared.length])).toEqual([['other', 0]]);
  expect(half.closures).toEqual([]);
});

test('a day of rest within a period of special hours is closed, and not special', () => {
  const ramadan = { ...eid, id: 'ramadan', from: { month: 9, day: 1 }, until: { month: 9, day: 30 }, week };
  const months = monthsOfYear(shownCalendar({ ...calendar, exceptions: [ramadan] }), 1448, {
    calendar: 'islamic-umalqura',
    weekStart: 0,
  });
  const looks = new Set(months[8]!.days.map(({ look, hours }) => `${look} ${hours.spans.length}`));
  expect(looks).toEqual(new Set(['special 1', 'closed 0']));
});

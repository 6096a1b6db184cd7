// Dates of a column: which reading is guessed, and what each makes of a value.
import { describe, expect, test } from 'vitest';
import { guessDates, guessRecentDates, readDate } from './date-reading.ts';
import { isoOfSerial } from './excel-serial.ts';

const saudi = { language: 'ar', calendar: 'islamic-umalqura' } as const;
const iran = { language: 'fa', calendar: 'persian' } as const;
const gregorian = { language: 'ar', calendar: 'gregory' } as const;

describe('guess', () => {
  test.each([
    ['gregory', gregorian, ['2026-11-27', '27/11/2026']],
    ['gregory', saudi, ['27/11/2026', '03/04/1990']],
    ['gregory-month-first', gregorian, ['11/27/2026', '12/31/1990', '01/02/1991']],
    ['islamic-umalqura', saudi, ['1410/05/10', '١٤١٢/٠١/٠١']],
    ['islamic-umalqura', gregorian, ['1410/05/10']],
    ['persian', iran, ['1368/02/31', '۱۳۷۰/۰۱/۰۱']],
    ['persian', { language: 'fa', calendar: 'gregory' }, ['1368/02/20']],
    // Only the Solar Hijri calendar has a 31st in its second month.
    ['persian', saudi, ['1368/02/31', '1368/04/31']],
    ['excel-serial', gregorian, ['32851', '46353.5']],
  ] as const)('%s (%j)', (reading, settings, samples) => expect(guessDates(samples, settings)).toBe(reading));
});

describe('reading', () => {
  test.each([
    ['1410/05/10', 'islamic-umalqura', '1989-12-09'],
    ['۱۳۶۸/۰۲/۲۰', 'persian', '1989-05-10'],
    ['12/31/1989', 'gregory-month-first', '1989-12-31'],
    ['31.12.1989 10:30', 'gregory', '1989-12-31'],
    ['32851', 'excel-serial', '1989-12-09'],
    ['1989-12-09', 'excel-serial', '1989-12-09'],
  ] as const)('%s as %s', (text, reading, value) => expect(readDate(text, reading)).toEqual({ value }));

  test.each([
    ['1989-12-09', 'persian', 'date-other-calendar'],
    ['1410/13/01', 'islamic-umalqura', 'date-month-out-of-range'],
    ['31/12/1989', 'gregory-month-first', 'date-month-out-of-range'],
    ['soon', 'gregory', 'date-not-recognised'],
    ['1404/01/01', 'gregory', 'date-calendar-unclear'],
  ] as const)('%s as %s is refused (%s)', (text, reading, code) =>
    expect(readDate(text, reading)).toMatchObject({ fault: { code } }),
  );
});

test('serial numbers: the day that never was, old Macs, and what lies outside', () => {
  expect(isoOfSerial(1)).toBe('1900-01-01');
  expect(isoOfSerial(59)).toBe('1900-02-28');
  expect(isoOfSerial(61)).toBe('1900-03-01');
  expect(isoOfSerial(0, true)).toBe('1904-01-01');
  expect(isoOfSerial(0)).toBeNull();
  expect(isoOfSerial(200_000)).toBeNull();
});

test('days that have just been are of the calendar in which they have just been', () => {
  const arabic = { language: 'ar', calendar: 'gregory' } as const;
  const solar = ['۱۴۰۵/۰۹/۰۴', '۱۴۰۵/۰۹/۰۵'];
  expect(guessDates(solar, arabic)).toBe('islamic-umalqura');
  expect(guessRecentDates(solar, arabic, '2026-11-27')).toBe('persian');
  expect(guessRecentDates(['١٤٤٨/٠٦/١٠'], { language: 'fa', calendar: 'persian' }, '2026-11-27')).toBe(
    'islamic-umalqura',
  );
  expect(guessRecentDates(['2026-11-20', '05/11/2026'], arabic, '2026-11-27')).toBe('gregory');
  expect(guessRecentDates(['11/20/2026', '11/05/2026'], arabic, '2026-11-27')).toBe('gregory-month-first');
  // Nothing recent: as for any other column.
  expect(guessRecentDates(['1990-01-01'], arabic, '2026-11-27')).toBe('gregory');
});

// What people see: dates held against Intl where Intl is right, and against our own forms where it is not.
import { describe, expect, test } from 'vitest';
import { formatBothCalendars, formatDate, formatDateTime, formatTime, type DateStyle } from './format-date.ts';
import { formatRelative } from './format-relative.ts';
import type { CalendarName, DateSettings, Language } from './settings.ts';

const settings = (
  language: Language,
  calendar: CalendarName,
  digits: DateSettings['digits'] = 'latn',
  timeZone = 'Asia/Tehran',
) => ({ language, calendar, digits, timeZone });
const locales: Record<Language, string> = { ar: 'ar', fa: 'fa', en: 'en-GB' };

describe('against Intl', () => {
  const options: Record<string, Intl.DateTimeFormatOptions> = {
    short: { dateStyle: 'short' },
    long: { dateStyle: 'long' },
    full: { dateStyle: 'full' },
    month: { year: 'numeric', month: 'long' },
    'day-month': { day: 'numeric', month: 'long' },
    year: { year: 'numeric' },
  };
  // The forms that Intl has wrong: the order of two Persian ones, the era it forgets, and Persian months in Arabic.
  const intlIsWrong = new Set(['fa persian full', 'fa persian month', 'fa islamic-umalqura month']);
  for (const language of ['ar', 'fa', 'en'] as const)
    for (const calendar of ['gregory', 'islamic-umalqura', 'persian'] as const)
      for (const style of Object.keys(options) as DateStyle[]) {
        const name = `${language} ${calendar} ${style}`;
        if (intlIsWrong.has(name) || (language === 'ar' && calendar === 'persian')) continue;
        test(name, () => {
          for (const numberingSystem of ['latn', 'arab', 'arabext'] as const) {
            const intl = new Intl.DateTimeFormat(locales[language], {
              calendar,
              numberingSystem,
              timeZone: 'UTC',
              ...options[style],
            });
            for (let at = Date.UTC(1950, 0, 3); at < Date.UTC(2060, 0, 1); at += 29 * 86_400_000 * 7) {
              const iso = new Date(at).toISOString().slice(0, 10);
              expect(formatDate(iso, settings(language, calendar, numberingSystem), style)).toBe(intl.format(at));
            }
          }
        });
      }
});

describe('own forms', () => {
  const persian = settings('fa', 'persian', 'arabext');
  test('Persian order: week day, day, month, year; month before year', () => {
    expect(formatDate('2026-11-22', persian, 'full')).toBe('یکشنبه ۱ آذر ۱۴۰۵');
    expect(formatDate('2026-11-22', persian, 'month')).toBe('آذر ۱۴۰۵');
    expect(formatDate('2026-11-22', persian, 'short')).toBe('۱۴۰۵/۹/۱');
  });
  test('Persian months in Arabic keep their right names', () => {
    expect(formatDate('2026-09-10', settings('ar', 'persian'), 'long')).toBe('19 شهريور 1405 هـ.ش');
  });
  test('medium shortens English months only', () => {
    expect(formatDate('2026-09-10', settings('en', 'gregory'))).toBe('10 Sep 2026');
    expect(formatDate('2026-09-10', settings('ar', 'gregory', 'arab'))).toBe('١٠ سبتمبر ٢٠٢٦');
  });
  test('an instant is shown in its time zone; an ISO date is not moved', () => {
    const instant = new Date('2026-11-21T20:30:00Z');
    expect(formatDate(instant, persian)).toBe('۱ آذر ۱۴۰۵');
    expect(formatDate(instant, { ...persian, timeZone: 'UTC' })).toBe('۳۰ آبان ۱۴۰۵');
    expect(formatDate('2026-11-22', { ...persian, timeZone: 'America/New_York' })).toBe('۱ آذر ۱۴۰۵');
  });
  test('time of day', () => {
    const noon = new Date('2026-11-22T09:05:00Z');
    expect(formatTime(noon, settings('ar', 'gregory', 'latn', 'Asia/Riyadh'))).toBe('12:05 م');
    expect(formatTime(new Date('2026-11-21T21:05:00Z'), settings('ar', 'gregory', 'arab', 'Asia/Riyadh'))).toBe(
      '١٢:٠٥ ص',
    );
    expect(formatDateTime(noon, persian)).toBe('۱ آذر ۱۴۰۵، ۱۲:۳۵');
    expect(formatTime(new Date('2026-11-22T01:05:00Z'), settings('en', 'gregory', 'latn', 'UTC'))).toBe('01:05');
  });
  test('both calendars for letters', () => {
    expect(formatBothCalendars('2026-11-22', settings('ar', 'islamic-umalqura'))).toBe(
      '12 جمادى الآخرة 1448 هـ الموافق 22 نوفمبر 2026 م',
    );
    expect(formatBothCalendars('2026-11-22', persian)).toBe('۱ آذر ۱۴۰۵ ه‍.ش. برابر با ۲۲ نوامبر ۲۰۲۶ م');
    expect(formatBothCalendars('2026-11-22', settings('en', 'gregory'))).toBe(
      '22 November 2026 (12 Jumada II 1448 AH)',
    );
    expect(formatBothCalendars('2026-11-22', settings('en', 'gregory'), 'persian')).toBe(
      '22 November 2026 (1 Azar 1405 AP)',
    );
  });
});

describe('formatRelative', () => {
  const now = new Date('2026-11-22T09:00:00Z');
  test.each<[string, Language, DateSettings['digits'], string]>([
    ['2026-11-22T08:59:30Z', 'en', 'latn', 'now'],
    ['2026-11-22T08:59:10Z', 'en', 'latn', '1 minute ago'],
    ['2026-11-22T07:01:00Z', 'en', 'latn', '1 hour ago'],
    ['2026-11-21T09:00:00Z', 'en', 'latn', 'yesterday'],
    ['2026-11-19T20:00:00Z', 'ar', 'latn', 'قبل 3 أيام'],
    ['2026-11-19T20:00:00Z', 'ar', 'arab', 'قبل ٣ أيام'],
    ['2026-11-19T20:00:00Z', 'fa', 'arabext', '۳ روز پیش'],
    ['2026-11-19T20:00:00Z', 'fa', 'latn', '3 روز پیش'],
    ['2026-11-24T10:00:00Z', 'en', 'latn', 'in 2 days'],
    ['2026-09-01T10:00:00Z', 'en', 'latn', '2 months ago'],
    ['2024-01-01T10:00:00Z', 'en', 'latn', '2 years ago'],
  ])('%s in %s %s is "%s"', (at, language, digits, expected) => {
    expect(formatRelative(new Date(at), now, settings(language, 'gregory', digits, 'UTC'))).toBe(expected);
  });
});

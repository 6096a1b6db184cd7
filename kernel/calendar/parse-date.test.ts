// Reading dates: what we write we read, in every language, calendar and digit set; what is unclear is refused with its reason.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDate, type DateStyle } from './format-date.ts';
import { parseDate } from './parse-date.ts';
import type { CalendarName, Language } from './settings.ts';

const as = (language: Language, calendar: CalendarName) => ({ language, calendar });

describe('parseDate', () => {
  test('reads whatever formatDate writes', () => {
    const day = 86_400_000;
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1940, 0, 1) / day, max: Date.UTC(2060, 11, 31) / day }),
        fc.constantFrom<Language>('ar', 'fa', 'en'),
        fc.constantFrom<CalendarName>('gregory', 'islamic-umalqura', 'persian'),
        fc.constantFrom<DateStyle>('short', 'medium', 'long', 'full'),
        fc.constantFrom<'latn' | 'arab' | 'arabext'>('latn', 'arab', 'arabext'),
        (n, language, calendar, style, digits) => {
          const date = new Date(n * day).toISOString().slice(0, 10);
          const text = formatDate(date, { language, calendar, digits, timeZone: 'UTC' }, style);
          expect({ text, ...parseDate(text, as(language, calendar)) }).toEqual({ text, ok: true, date, calendar });
        },
      ),
      { numRuns: 3000 },
    );
  });
  test.each<[string, Language, CalendarName, string]>([
    ['1405/09/01', 'fa', 'persian', '2026-11-22'],
    ['۱۴۰۵/۹/۱', 'fa', 'persian', '2026-11-22'],
    ['١٤٠٥-٠٩-٠١', 'fa', 'persian', '2026-11-22'],
    ['1-9-1405', 'fa', 'gregory', '2026-11-22'],
    ['1448/6/12', 'ar', 'islamic-umalqura', '2026-11-22'],
    ['١٢‏/٦‏/١٤٤٨ هـ', 'ar', 'gregory', '2026-11-22'],
    ['1448هـ 6 12', 'ar', 'gregory', '2026-11-22'],
    ['12/6/1448هـ', 'fa', 'persian', '2026-11-22'],
    ['1405/9/1 ه‍.ش.', 'ar', 'islamic-umalqura', '2026-11-22'],
    ['2026-11-22', 'fa', 'persian', '2026-11-22'],
    ['22.11.2026', 'ar', 'islamic-umalqura', '2026-11-22'],
    ['22 11 2026', 'en', 'gregory', '2026-11-22'],
    ['20261122', 'en', 'gregory', '2026-11-22'],
    ['۱۴۰۵۰۹۰۱', 'fa', 'persian', '2026-11-22'],
    ['22 تشرين الثاني 2026', 'ar', 'gregory', '2026-11-22'],
    ['22 Nov 2026', 'fa', 'persian', '2026-11-22'],
    ['November 22, 2026', 'en', 'gregory', '2026-11-22'],
    ['22Nov2026', 'en', 'gregory', '2026-11-22'],
    ['1 اذر 1405', 'ar', 'gregory', '2026-11-22'],
    ['یک شنبه ۱ آذر ۱۴۰۵', 'fa', 'persian', '2026-11-22'],
    ['12 جماد الآخر 1448', 'ar', 'gregory', '2026-11-22'],
    ['1 Ramadan 1447', 'en', 'gregory', '2026-02-18'],
    ['29 شعبان 1447', 'fa', 'persian', '2026-02-17'],
  ])('"%s" in %s, %s is %s', (text, language, calendar, date) => {
    const parsed = parseDate(text, as(language, calendar));
    expect(parsed.ok ? parsed.date : '').toBe(date);
  });
  test.each<[string, Language, CalendarName, string]>([
    ['', 'fa', 'persian', 'date.not-recognised'],
    ['فردا', 'fa', 'persian', 'date.not-recognised'],
    ['2026', 'en', 'gregory', 'date.not-recognised'],
    ['2026/2027/1', 'en', 'gregory', 'date.not-recognised'],
    ['2026-11-22 10:30', 'en', 'gregory', 'date.not-recognised'],
    ['۱۴/۹/۱', 'fa', 'persian', 'date.year-missing'],
    ['1/9/05', 'en', 'gregory', 'date.year-missing'],
    ['1/9/1405', 'ar', 'gregory', 'date.calendar-unclear'],
    ['12 رمضان 2026', 'ar', 'gregory', 'date.calendar-conflict'],
    ['12 يناير 1448', 'ar', 'islamic-umalqura', 'date.calendar-conflict'],
    ['1/1/1250', 'ar', 'islamic-umalqura', 'date.year-out-of-range'],
    ['1/1/2950', 'ar', 'gregory', 'date.year-out-of-range'],
    ['11/22/2026', 'en', 'gregory', 'date.month-out-of-range'],
    ['1405/0/1', 'fa', 'persian', 'date.month-out-of-range'],
    ['1405/12/30', 'fa', 'persian', 'date.day-out-of-range'],
    ['30/2/2026', 'en', 'gregory', 'date.day-out-of-range'],
    ['دوشنبه ۱ آذر ۱۴۰۵', 'fa', 'persian', 'date.weekday-mismatch'],
  ])('"%s" in %s, %s is refused: %s', (text, language, calendar, code) => {
    expect(parseDate(text, as(language, calendar))).toMatchObject({ ok: false, code });
  });
  test('any text gives an answer, never an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789/-. ۱٢ هـمرداد janمارس') }), (text) => {
        expect(typeof parseDate(text, as('fa', 'persian')).ok).toBe('boolean');
      }),
      { numRuns: 3000 },
    );
  });
});

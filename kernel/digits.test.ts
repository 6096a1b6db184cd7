// Digits and typed numbers: every system in, every system out.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNumber, toDigits, toLatinDigits, type Digits } from './digits.ts';

const systems: Digits[] = ['latn', 'arab', 'arabext'];

describe('digits', () => {
  test('each system reads back to the same ten digits', () => {
    expect(toLatinDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ ０１２')).toBe('0123456789 0123456789 012');
    expect(toDigits('رقم 1405', 'arabext')).toBe('رقم ۱۴۰۵');
    expect(toDigits('رقم ۱۴٠٥', 'arab')).toBe('رقم ١٤٠٥');
  });
  test('writing in any system and reading again loses nothing', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...systems), (n, digits) => {
        expect(toLatinDigits(toDigits(String(n), digits))).toBe(String(n));
      }),
    );
  });
});

describe('parseNumber', () => {
  test.each([
    ['12', 12],
    ['۱۲٬۵۰۰', 12500],
    ['١٢٬٥٠٠٫٧٥', 12500.75],
    ['12,500.75', 12500.75],
    ['۱۲۵۰۰٫۵', 12500.5],
    ['12 500', 12500],
    ['12\u00a0500', 12500],
    ['\u200e-\u200e۱۳', -13],
    ['−13', -13],
    ['١٣-', -13],
    ['٫۵', 0.5],
    ['+7', 7],
    [' ۷ ', 7],
    ['-0', 0],
    ['1،234،567', 1234567],
    ['0.10', 0.1],
  ])('%s is %d', (text, value) => expect(parseNumber(text)).toBe(value));
  test.each(['', 'abc', '1,5', '12,50', '1.2.3', '--1', '-1-', '1e5', '۱۲ ریال', '٫', '1,2345', '12 50', 'NaN', '5%'])(
    '"%s" is refused',
    (text) => expect(parseNumber(text)).toBeNull(),
  );
  test('reads back what Intl writes, in each language and digit set', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.constantFrom('ar', 'fa', 'en'),
        fc.constantFrom(...systems),
        (n, language, digits) => {
          const value = n / 100;
          const text = new Intl.NumberFormat(`${language}-u-nu-${digits}`, { maximumFractionDigits: 2 }).format(value);
          expect(parseNumber(text)).toBe(value === 0 ? 0 : value);
        },
      ),
    );
  });
});

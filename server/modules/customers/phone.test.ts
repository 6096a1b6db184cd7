// Phones and e-mails: every spelling of one address becomes the same string, and nothing else gets through.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDigits } from '#kernel/digits.ts';
import { AppError } from '#platform/errors.ts';
import { normaliseEmail } from './email.ts';
import { parsePhone } from './phone.ts';

const countries = ['SA', 'AE', 'EG', 'IR', 'other'] as const;
const refusedOr = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
};

describe('parsePhone', () => {
  test.each([
    ['0501234567', 'SA', '+966501234567'],
    ['٠٥٠ ١٢٣ ٤٥٦٧', 'SA', '+966501234567'],
    ['00966501234567', 'SA', '+966501234567'],
    ['966501234567', 'SA', '+966501234567'],
    ['+966 (0)50-123-4567', 'EG', '+966501234567'],
    ['966501234567+', 'other', '+966501234567'],
    ['\u202a+966501234567\u202c', 'other', '+966501234567'],
    ['00966501234567', 'other', '+966501234567'],
    ['۰۹۱۲۱۲۳۴۵۶۷', 'IR', '+989121234567'],
    ['+98 0912 123 4567', 'SA', '+989121234567'],
    ['0501234567', 'AE', '+971501234567'],
    ['01001234567', 'EG', '+201001234567'],
    ['0112345678', 'SA', '+966112345678'],
  ] as const)('%j in %s is %s', (typed, country, expected) => expect(parsePhone(typed, country)).toBe(expected));

  test.each([
    ['12345', 'SA'],
    ['', 'SA'],
    ['call 0501234567', 'SA'],
    ['0501234567', 'other'],
    ['+999123456789', 'SA'],
    ['٠٥٠١٢٣٤٥٦٧٨٩٠١', 'SA'],
  ] as const)('%j in %s is refused', (typed, country) => {
    expect(() => parsePhone(typed, country, 'value')).toThrowError(
      expect.objectContaining({ code: 'request.invalid', faults: [{ field: 'value', code: 'phone-invalid' }] }),
    );
  });

  test('spaces, digit sets and bidi marks make no difference', () => {
    const between = fc.constantFrom('', ' ', '-', '\u200e', '\u200f', '.', '\u00a0');
    const mobile = fc
      .tuple(fc.constantFrom('50', '53', '54', '55', '56', '59'), fc.integer({ min: 0, max: 9_999_999 }))
      .map(([prefix, rest]) => prefix + String(rest).padStart(7, '0'));
    fc.assert(
      fc.property(
        mobile,
        fc.array(between, { minLength: 10, maxLength: 10 }),
        fc.constantFrom('latn', 'arab', 'arabext'),
        fc.constantFrom('0', '+966', '00966', '966'),
        (national, gaps, digits, prefix) => {
          const typed =
            prefix + toDigits(Array.from(national, (digit, at) => digit + (gaps[at] ?? '')).join(''), digits);
          expect(parsePhone(typed, 'SA')).toBe(`+966${national}`);
        },
      ),
    );
  });

  test('whatever is typed is refused or becomes E.164, and E.164 stays as it is in every country', () => {
    const typed = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'+0123456789٠١٢٣۴۵۶۷() -.\u200f') }));
    fc.assert(
      fc.property(typed, fc.constantFrom(...countries), (text, country) => {
        const phone = refusedOr(() => parsePhone(text, country));
        if (phone === null) return;
        expect(phone).toMatch(/^\+[1-9]\d{5,14}$/);
        for (const other of countries) expect(parsePhone(phone, other)).toBe(phone);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('normaliseEmail', () => {
  test('case, spaces around and bidi marks make no difference, and nothing invisible is left', () => {
    fc.assert(
      fc.property(
        fc.emailAddress(),
        fc.constantFrom('\u200e', '\u200f', '\u2068', '\u061c', ' '),
        fc.nat(),
        (address, mark, at) => {
          const place = mark === ' ' ? 0 : at % address.length;
          const typed = `${address.slice(0, place)}${mark}${address.slice(place)}\u2069 `;
          expect(normaliseEmail(typed.toUpperCase())).toBe(address.toLowerCase());
        },
      ),
    );
  });

  test('normalising twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (local, domain) => {
        const address = refusedOr(() => normaliseEmail(`${local}@${domain}`));
        if (address !== null) expect(normaliseEmail(address)).toBe(address);
      }),
    );
  });

  test.each(['', '@', 'a@', '@b.c', 'a b@c.d', 'a@b@c', `${'a'.repeat(250)}@b.cd`])('%j is refused', (text) => {
    expect(() => normaliseEmail(text)).toThrowError(
      expect.objectContaining({ faults: [{ field: 'email', code: 'email-invalid' }] }),
    );
  });
});

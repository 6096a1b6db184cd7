// National ids: valid ones pass, one wrong digit does not, and what forms and spreadsheets do to them is undone.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CountryCode } from './country-packs.ts';
import { nationalIdIsValid, normaliseNationalId } from './national-id.ts';

const valid: readonly (readonly [CountryCode, 'person' | 'company', string])[] = [
  ['IR', 'person', '0499370899'],
  ['IR', 'person', '0684159414'],
  ['IR', 'company', '10380284790'],
  ['SA', 'person', '1101798278'],
  ['SA', 'company', '1010010030'],
  ['AE', 'person', '784198012345678'],
  ['EG', 'person', '29001011234567'],
  ['other', 'person', 'AB12345'],
];

describe('valid ones', () => {
  test.each(valid)('%s %s %s', (country, kind, id) => expect(nationalIdIsValid(id, country, kind)).toBe(true));
});

describe('refused', () => {
  const invalid: readonly (readonly [CountryCode, 'person' | 'company', string])[] = [
    ['IR', 'person', '1111111111'],
    ['IR', 'person', '049937089'],
    ['IR', 'company', '10380284791'],
    ['SA', 'person', '3101798278'],
    ['AE', 'person', '785198012345678'],
    ['EG', 'person', '29002301234567'],
    ['EG', 'person', '29001019934567'],
    ['other', 'person', '1'],
    ['other', 'company', 'خمسة'],
  ];
  test.each(invalid)('%s %s %s', (country, kind, id) => expect(nationalIdIsValid(id, country, kind)).toBe(false));

  test('IR: any other last digit', () => {
    for (let digit = 0; digit < 10; digit += 1)
      expect(nationalIdIsValid(`049937089${digit}`, 'IR', 'person')).toBe(digit === 9);
  });

  test.each(['SA', 'AE'] as const)('%s: any single wrong digit', (country) => {
    const id = valid.find(([one, kind]) => one === country && kind === 'person')![2];
    fc.assert(
      fc.property(fc.nat(id.length - 1), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const wrong = `${id.slice(0, at)}${(Number(id[at]) + shift) % 10}${id.slice(at + 1)}`;
        expect(nationalIdIsValid(wrong, country, 'person')).toBe(false);
      }),
    );
  });
});

test('dashes, other digits and lost zeros', () => {
  expect(normaliseNationalId('784-1980-1234567-8', 'AE', 'person')).toBe('784198012345678');
  expect(normaliseNationalId(' ۰۴۹۹۳۷۰۸۹۹\u200f', 'IR', 'person')).toBe('0499370899');
  expect(normaliseNationalId('499370899', 'IR', 'person')).toBe('0499370899');
  expect(normaliseNationalId('499370899', 'SA', 'person')).toBe('499370899');
  expect(normaliseNationalId('ab 123', 'other', 'person')).toBe('AB123');
});

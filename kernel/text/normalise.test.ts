// The normaliser against its shared table, and its promises for any text.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalisationCases } from './cases.ts';
import { normaliseSql } from './normalise-sql.ts';
import { normaliseText } from './normalise.ts';
import { dropped, replaced, spaces } from './rules.ts';

const letter = fc
  .oneof(
    fc.integer({ min: 0x600, max: 0x6ff }),
    fc.integer({ min: 0x20, max: 0x24f }),
    fc.integer({ min: 0xfb50, max: 0xfdff }),
    fc.integer({ min: 0xfe70, max: 0xfeff }),
    fc.integer({ min: 0x2000, max: 0x206f }),
    fc.integer({ min: 0x300, max: 0x36f }),
  )
  .map((code) => String.fromCodePoint(code));
const text = fc.oneof(
  fc.array(letter, { maxLength: 30 }).map((letters) => letters.join('')),
  fc.string({ unit: 'binary' }),
);

describe('normaliseText', () => {
  test('the table is large enough to be worth its name', () => {
    expect(normalisationCases.length).toBeGreaterThanOrEqual(60);
    expect(new Set(normalisationCases.map(([input]) => input)).size).toBe(normalisationCases.length);
  });
  test.each(normalisationCases)('%j', (input, expected) => expect(normaliseText(input)).toBe(expected));

  test('normalising twice changes nothing', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(normaliseText(normaliseText(value))).toBe(normaliseText(value));
      }),
      { numRuns: 2000 },
    );
  });
  test('no dropped, replaced or doubled character is left', () => {
    const inRanges = (code: number) =>
      [...dropped, ...spaces].some(([first, last]) => code >= first && code <= last && code !== 0x20);
    const gone = new Set(replaced.map(([from]) => from));
    fc.assert(
      fc.property(text, (value) => {
        const result = normaliseText(value);
        expect(Array.from(result).filter((one) => gone.has(one) || inRanges(one.codePointAt(0) ?? 0))).toEqual([]);
        expect(result).not.toMatch(/^ | $| {2}/);
      }),
      { numRuns: 1000 },
    );
  });
});

test('the SQL statement is ASCII and names what the rules name', () => {
  const sql = normaliseSql();
  expect(sql).toMatch(/^[\x20-\x7e\n]+$/);
  for (const [from] of replaced) expect(sql).toContain(`\\u${from.charCodeAt(0).toString(16).padStart(4, '0')}`);
});

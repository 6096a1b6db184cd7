// What is shown of a value reads back as the same value.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readValue, writeValue } from './variable-value.ts';

test('every value comes back as it was', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string())),
      (value) => {
        expect(readValue(writeValue(value))).toEqual(value);
      },
    ),
  );
});

test('a number that is a name keeps its noughts and its last digits', () => {
  expect(['00123', '09121234567', '12345678901234567890'].map(readValue)).toEqual([
    '00123',
    '09121234567',
    '12345678901234567890',
  ]);
});

test('digits of any script are numbers, words stay words', () => {
  expect([
    readValue('٤٢'),
    readValue('۴۲'),
    readValue(' 4.5 '),
    readValue('نعم'),
    readValue('true'),
    readValue('[1, 2]'),
  ]).toEqual([42, 42, 4.5, 'نعم', true, [1, 2]]);
});

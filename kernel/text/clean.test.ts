// What may be stored, how values are isolated, and how text falls into words.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from './clean.ts';
import { isolate, isolateLtr } from './isolate.ts';
import { normaliseText } from './normalise.ts';
import { wordsOf } from './words.ts';

describe('cleanText', () => {
  test.each([
    ['  سارة\u200f ', 'سارة'],
    ['a\u202eevil\u202c', 'aevil'],
    ['می‌خواهم', 'می‌خواهم'],
    ['one\r\ntwo\rthree\u2028four', 'one\ntwo\nthree\nfour'],
    ['a\u0000b\u0007\tc', 'ab\tc'],
    ['cafe\u0301', 'café'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
    ['\u2067\u061c\u2069', ''],
  ])('%j becomes %j', (input, expected) => expect(cleanText(input)).toBe(expected));
  test('cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(cleanText(cleanText(value))).toBe(cleanText(value));
      }),
    );
  });
});

test('isolates are opened, closed and taken off again by cleanText', () => {
  expect(isolate('x')).toBe('\u2068x\u2069');
  expect(isolateLtr('CX-1')).toBe('\u2066CX-1\u2069');
  expect(cleanText(isolate('x') + isolateLtr('y'))).toBe('xy');
});

test('words are runs of letters and digits', () => {
  expect(wordsOf(normaliseText('می‌خواهم CX-10482، لطفاً!'))).toEqual(['مي', 'خواهم', 'cx', '10482', 'لطفا']);
  expect(wordsOf('🙏 ...')).toEqual([]);
});

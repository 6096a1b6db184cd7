// FEEL as the engine reads it: plain JSON, null for what is not there, the time of the command, and failures with their reason.
import { expect, test } from 'vitest';
import { evaluate, evaluateText, holds, unaryTest } from './expressions.ts';
import type { Variables } from './instance.ts';
import { StepFailed } from './step-failed.ts';

const context = (variables: Variables = {}) => ({ variables, now: '2026-11-29T22:30:00.000Z' });

test.each([
  ['1 + 2', 3],
  ['{a: 1, b: [true, null]}', { a: 1, b: [true, null] }],
  ['date("2026-01-02")', '2026-01-02'],
  ['date and time("2026-01-02T03:04:05+03:00")', '2026-01-02T00:04:05.000Z'],
  ['date and time("2026-07-02T03:04:05@Asia/Riyadh")', '2026-07-02T00:04:05.000Z'],
  ['date and time("2026-01-02T03:04:05")', '2026-01-02T03:04:05'],
  ['duration("P1DT2H")', 'P1DT2H'],
  ['now()', '2026-11-29T22:30:00.000Z'],
  ['today()', '2026-11-29'],
  ['date("2026-12-01") > today()', true],
  ['nothing', null],
  ['nothing.inside', null],
  ['nothing + 1', null],
  ['if nothing then 1 else 2', 2],
  ['1 / 0', null],
])('%s', (expression, value) => expect(evaluate(expression, context())).toEqual(value));

test('names of people’s own letters, with spaces', () =>
  expect(evaluate('مبلغ سفارش + 1', context({ 'مبلغ سفارش': 4 }))).toBe(5));

test.each(['1 +', '', '"a" + 1', 'unknown function(1)', 'date("never")', 'function(x) x', '[1..3]'])(
  '%j has failed',
  (expression) => {
    expect(() => evaluate(expression, context())).toThrow(StepFailed);
    expect(() => evaluate(expression, context())).toThrow('expression-failed');
  },
);

test('what is not yes or no does not decide; null decides no', () => {
  expect(holds('a > 5', context({ a: 6 }))).toBe(true);
  expect(holds('a > 5', context())).toBe(false);
  expect(() => holds('a', context({ a: 'yes' }))).toThrow(StepFailed);
});

test('a key is a text or a number', () => {
  expect(evaluateText('a', context({ a: 'k' }))).toBe('k');
  expect(evaluateText('a', context({ a: 17 }))).toBe('17');
  expect(() => evaluateText('a', context())).toThrow(StepFailed);
});

test.each([
  ['-', null, true],
  ['', 3, true],
  ['> 5', 6, true],
  ['> 5', null, false],
  ['"a", "b"', 'b', true],
  ['not("a")', 'a', false],
  ['[1..limit]', 3, true],
])('%j asked of %j', (cell, value, fits) => expect(unaryTest(cell, value, context({ limit: 3 }))).toBe(fits));

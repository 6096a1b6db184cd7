// FEEL as the engine reads it: plain JSON, null for what is not there, the time of the command, and failures with their reason.
import { expect, test } from 'vitest';
import { evaluate, evaluateText, holds, unaryTest } from './expressions.ts';
import type { Variables } from './instance.ts';
import { StepFailed } from './step-failed.ts';

const context = (variables: Variables = {}) => ({
  variables,
  now: '2026-11-29T22:30:00.000Z',
  // Where the next day has begun.
  dayAt: () => '2026-11-30',
});

test.each([
  ['1 + 2', 3],
  ['{a: 1, b: [true, null]}', { a: 1, b: [true, null] }],
  ['date("2026-01-02")', '2026-01-02'],
  ['date and time("2026-01-02T03:04:05+03:00")', '2026-01-02T00:04:05.000Z'],
  ['date and time("2026-07-02T03:04:05@Asia/Riyadh")', '2026-07-02T00:04:05.000Z'],
  ['date and time("2026-01-02T03:04:05")', '2026-01-02T03:04:05'],
  ['duration("P1DT2H")', 'P1DT2H'],
  ['now()', '2026-11-29T22:30:00.000Z'],
  ['today()', '2026-11-30'],
  ['date("2026-12-01") > today()', true],
  ['nothing', null],
  ['nothing.inside', null],
  ['nothing + 1', null],
  ['if nothing then 1 else 2', 2],
  ['1 / 0', null],
])('%s', (expression, value) => expect(evaluate(expression, context())).toEqual(value));

test('names of people’s own letters, with spaces', () =>
  expect(evaluate('مبلغ سفارش + 1', context({ 'مبلغ سفارش': 4 }))).toBe(5));

test.each<[string, Variables, unknown]>([
  ['seen-on', { 'seen-on': 'Monday', seen: 5, on: 2 }, 'Monday'],
  ['seen-on', { seen: 5, on: 2 }, 3],
  ['the  total + 1', { 'the total': 4 }, 5],
  ['اسم العميل', { اسم: 'x', 'اسم العميل': 'هند' }, 'هند'],
  ['order.the price', { order: { 'the price': 7 } }, 7],
  ['lines[price > 2].price', { lines: [{ price: 1 }, { price: 3 }] }, [3]],
  ['?', { '?': 1 }, 1],
])('%s with %j', (expression, variables, value) => expect(evaluate(expression, context(variables))).toEqual(value));

test('what the text cannot mean is not even looked at, however much it holds', () => {
  const variables = Object.defineProperty({ amount: 6 } as Record<string, number>, 'payload', {
    enumerable: true,
    get: () => {
      throw new Error('looked at');
    },
  });
  expect(evaluate('amount + 1', context(variables))).toBe(7);
  expect(unaryTest('> 5', 6, context(variables))).toBe(true);
  expect(() => evaluate('payload', context(variables))).toThrow('expression-failed');
});

test.each(['"a\\u0000 b"', '["\\u0000"]', '{"a\\u0000": 1}', '{a: [{b: "\\u0000"}]}', '"\\uD800"'])(
  '%j is not kept by a database',
  (expression) => {
    expect(() => evaluate(expression, context())).toThrow('expression-failed');
  },
);

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

// Due times: dates, lengths by clock and calendar, cycles that do not wear off, and what is not understood.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TimerDefinition } from './definition.ts';
import { faultOfTimer } from './iso-time.ts';
import { StepFailed } from './step-failed.ts';
import { nextDue, whenDue, type Due } from './timers.ts';

/** An office in Tehran, where it is three and a half hours later. */
const reckoning = {
  now: '2027-01-31T10:00:00.000Z',
  afterWorkingTime: (from: string, length: string) => `${from}+${length}`,
  momentOf: (day: string, time: string) => new Date(`${day}T${time}+03:30`).toISOString(),
};
const timer = (kind: TimerDefinition['kind'], workingTime = false): TimerDefinition => ({
  kind,
  value: { text: '' },
  workingTime,
});
const due = (kind: TimerDefinition['kind'], text: string) => whenDue(timer(kind), text, reckoning);

test.each([
  ['2027-02-03T04:05:06Z', '2027-02-03T04:05:06.000Z'],
  ['2027-02-03T04:05:06.789+03:30', '2027-02-03T00:35:06.789Z'],
  ['2027-02-03T04:05', '2027-02-03T00:35:00.000Z'],
  ['2027-02-03', '2027-02-02T20:30:00.000Z'],
])('the date %s', (text, moment) => expect(due('date', text)).toEqual({ dueAt: moment }));

test('what is owed by a day is owed by its end there', () => {
  const by = (text: string) => whenDue(timer('date'), text, reckoning, 'ends').dueAt;
  expect(by('2026-12-31')).toBe('2026-12-31T20:29:59.999Z');
  expect(by('2026-12-31T16:00')).toBe('2026-12-31T12:30:00.000Z');
});

test.each([
  ['PT90M', '2027-01-31T11:30:00.000Z'],
  ['PT0.5S', '2027-01-31T10:00:00.500Z'],
  ['P1W', '2027-02-07T10:00:00.000Z'],
  ['P1DT2H', '2027-02-01T12:00:00.000Z'],
  ['P1M', '2027-02-28T10:00:00.000Z'],
  ['P1M1D', '2027-03-01T10:00:00.000Z'],
  ['P13M', '2028-02-29T10:00:00.000Z'],
  ['P1Y', '2028-01-31T10:00:00.000Z'],
  ['PT0S', '2027-01-31T10:00:00.000Z'],
])('the length %s', (text, moment) => expect(due('duration', text).dueAt).toBe(moment));

test.each<[TimerDefinition['kind'], string]>([
  ['date', 'tomorrow'],
  ['date', '2027-02-30'],
  ['date', '2027-13-01T00:00:00Z'],
  ['duration', 'P'],
  ['duration', 'PT'],
  ['duration', 'P1DT'],
  ['duration', '-PT1H'],
  ['duration', '1 hour'],
  ['duration', 'P9000Y'],
  ['cycle', 'PT1H'],
  ['date', '2027-02-03T04:05+0330'],
  ['date', '2027-02-03T24:00Z'],
  ['cycle', 'R0/PT1H'],
  ['cycle', 'R00/PT1H'],
  ['cycle', 'R/PT0S'],
  ['cycle', 'R3/'],
  ['cycle', 'R3/2027-01-01/PT1H/PT1H'],
  ['cycle', 'R3/yesterday/PT1H'],
])('%s %j is not understood', (kind, text) => {
  expect(() => due(kind, text)).toThrow(StepFailed);
  expect(faultOfTimer(kind, text, false)).toBe('timer-not-understood');
});

function allOf(first: Due, most: number): string[] {
  const moments: string[] = [];
  for (let each: Due | undefined = first; each && moments.length < most; each = nextDue(each, reckoning))
    moments.push(each.dueAt);
  return moments;
}

test('a cycle comes so often, reckoned from its beginning', () => {
  expect(allOf(due('cycle', 'R3/P1M'), 10)).toEqual([
    '2027-02-28T10:00:00.000Z',
    '2027-03-31T10:00:00.000Z',
    '2027-04-30T10:00:00.000Z',
  ]);
  expect(allOf(due('cycle', 'R2/2027-05-01T00:00:00Z/PT12H'), 10)).toEqual([
    '2027-05-01T00:00:00.000Z',
    '2027-05-01T12:00:00.000Z',
  ]);
  expect(allOf(due('cycle', 'R/PT1H'), 10)).toHaveLength(10);
});

test('lengths of working time are the host’s to reckon, one after the other', () => {
  expect(whenDue(timer('duration', true), 'PT8H', reckoning).dueAt).toBe(`${reckoning.now}+PT8H`);
  expect(allOf(whenDue(timer('cycle', true), 'R2/PT8H', reckoning), 10)).toEqual([
    `${reckoning.now}+PT8H`,
    `${reckoning.now}+PT8H+PT8H`,
  ]);
  const closed = { ...reckoning, afterWorkingTime: () => expect.fail('never open') };
  expect(() => whenDue(timer('duration', true), 'PT8H', closed)).toThrow(StepFailed);
});

test.each<[TimerDefinition['kind'], string]>([
  ['duration', 'P1M'],
  ['duration', 'P1Y'],
  ['duration', 'PT30S'],
  ['duration', 'P1DT0.5S'],
  ['cycle', 'R3/P1M'],
])('%s %j is no working time', (kind, text) => {
  expect(faultOfTimer(kind, text, true)).toBe('timer-not-working-time');
  expect(faultOfTimer(kind, text, false)).toBeUndefined();
  expect(() => whenDue(timer(kind, true), text, reckoning)).toThrow(StepFailed);
});

const anyPart = fc.constantFrom('', '0', '3', '12', '99999999999');
const anyLength = fc
  .tuple(anyPart, anyPart, anyPart, anyPart, anyPart, anyPart, anyPart)
  .map(([y, mo, w, d, h, mi, s]) => {
    const part = (amount: string, unit: string) => (amount === '' ? '' : amount + unit);
    const time = part(h, 'H') + part(mi, 'M') + part(s, 'S');
    return `P${part(y, 'Y')}${part(mo, 'M')}${part(w, 'W')}${part(d, 'D')}${time && `T${time}`}`;
  });
const anyMoment = fc
  .tuple(
    fc.constantFrom('2026-12-01', '2027-02-29', '2027-13-01'),
    fc.constantFrom('', 'T09:00', 'T09:00:00.5', 'T24:00', 'T9'),
    fc.constantFrom('', 'Z', '+03:30', '+0330'),
  )
  .map((parts) => parts.join(''));
const anyCycle = fc
  .tuple(fc.constantFrom('R', 'R0', 'R3', '3'), fc.option(anyMoment, { nil: '' }), anyLength)
  .map(([times, from, length]) => [times, ...(from ? [from] : []), length].join('/'));

test('what the drawing board lets through can be reckoned, and what it refuses as no time cannot', () => {
  const each = (kind: TimerDefinition['kind'], texts: fc.Arbitrary<string>) =>
    fc.assert(
      fc.property(texts, fc.boolean(), (text, workingTime) => {
        const reckon = () => whenDue(timer(kind, workingTime), text, reckoning);
        const fault = faultOfTimer(kind, text, workingTime);
        if (!fault) expect(reckon).not.toThrow();
        // A length of nothing has a moment, and nobody means it.
        else if (!(kind === 'duration' && /^P[0YMWDTHS]+$/.test(text))) expect(reckon).toThrow(StepFailed);
      }),
    );
  each('duration', anyLength);
  each('date', anyMoment);
  each('cycle', anyCycle);
});

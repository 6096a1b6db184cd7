// How promises stand, and that what is due next comes first.
import { describe, expect, it } from 'vitest';
import { type Clock, clockStanding, inOrderOfDue, pauseShareOf } from './clock-standing.ts';

const now = Date.parse('2026-11-10T09:00:00.000Z');
const clock = (change: Partial<Clock>): Clock =>
  ({
    id: 'x',
    state: 'running',
    dueAt: null,
    endedAt: null,
    warnedAt: null,
    breachedAt: null,
    pausedMs: 0,
    countedMs: 0,
    ...change,
  }) as Clock;

describe('how a promise stands', () => {
  it('is overdue once its time is past, and soon within a day or after its warning', () => {
    expect(clockStanding(clock({ dueAt: '2026-11-10T08:59:00.000Z' }), now)).toBe('overdue');
    expect(clockStanding(clock({ dueAt: '2026-11-11T08:00:00.000Z' }), now)).toBe('soon');
    expect(clockStanding(clock({ dueAt: '2026-11-20T08:00:00.000Z' }), now)).toBe('running');
    expect(clockStanding(clock({ dueAt: '2026-11-20T08:00:00.000Z', warnedAt: '2026-11-10T07:00:00.000Z' }), now)).toBe(
      'soon',
    );
  });

  it('stays overdue when it is paused after its time', () => {
    expect(clockStanding(clock({ state: 'paused' }), now)).toBe('paused');
    expect(clockStanding(clock({ state: 'paused', breachedAt: '2026-11-09T07:00:00.000Z' }), now)).toBe('overdue');
  });

  it('puts what is due next first and what ended last', () => {
    const clocks = [
      clock({ id: 'old', state: 'met', endedAt: '2026-11-01T08:00:00.000Z' }),
      clock({ id: 'later', dueAt: '2026-11-20T08:00:00.000Z' }),
      clock({ id: 'paused', state: 'paused' }),
      clock({ id: 'new', state: 'missed', endedAt: '2026-11-02T08:00:00.000Z' }),
      clock({ id: 'past', dueAt: '2026-11-09T08:00:00.000Z' }),
    ];
    expect(inOrderOfDue(clocks, now).map(({ id }) => id)).toEqual(['past', 'later', 'paused', 'new', 'old']);
  });

  it('shares the pauses out of all time', () => {
    expect(pauseShareOf([])).toBeNull();
    expect(pauseShareOf([clock({ pausedMs: 1, countedMs: 2 }), clock({ pausedMs: 0, countedMs: 1 })])).toBe(0.25);
  });
});

// Derivations name what closed a day, and add up to what was promised.
import { expect, test } from 'vitest';
import { openTime } from '#kernel/working-time/open-time.ts';
import { derive } from './derivation-of.ts';
import { calendarInput, closureInput, exceptionInput } from './factory.ts';
import type { CalendarInForce } from './in-force.ts';
import { goalMsOf } from './settle-clock.ts';

const hour = 3_600_000;
const at = (riyadh: string): number => Date.parse(`${riyadh}+03:00`);

function calendar(): CalendarInForce {
  const holiday = exceptionInput({
    name: { en: 'Founding Day' },
    from: { month: 2, day: 22 },
    until: { month: 2, day: 22 },
  });
  const closure = closureInput('2026-02-19T14:00', '2026-02-19T16:00', 'Closed early');
  const input = calendarInput({ exceptions: [holiday], closures: [closure] });
  return {
    id: 'c',
    version: 1,
    name: input.name,
    timeZone: input.timeZone,
    open: openTime(input),
    names: new Map([holiday, closure].map((one) => [one.id, one.name])),
  };
}

test('three working days from Wednesday morning, past a short Thursday and a holiday, paused for two hours', () => {
  const pause = { from: at('2026-02-18T10:00:00'), until: at('2026-02-18T12:00:00') };
  const goal = { amount: 3, unit: 'working-days' as const };
  const { due, derivation } = derive(calendar(), at('2026-02-18T09:40:00'), goal, [pause]);
  // The two hours are made up for in the morning after the third day.
  expect(due).toBe(at('2026-02-25T10:00:00'));
  expect(derivation.timeZone).toBe('Asia/Riyadh');
  expect(derivation.days.filter(({ why }) => why.length > 0)).toEqual([
    {
      date: '2026-02-19',
      kind: 'ordinary',
      why: [{ en: 'Closed early' }],
      openMs: 6 * hour,
      pausedMs: 0,
      countedMs: 6 * hour,
    },
    { date: '2026-02-22', kind: 'holiday', why: [{ en: 'Founding Day' }], openMs: 0, pausedMs: 0, countedMs: 0 },
  ]);
  expect(derivation.days[0]).toMatchObject({ date: '2026-02-18', pausedMs: 2 * hour });
  // Pauses move a due time and do not add to what is promised.
  const promised = derive(calendar(), at('2026-02-18T09:40:00'), goal, []).derivation;
  expect(goalMsOf(derivation.days)).toBe(goalMsOf(promised.days));
});

test('a pause without an end has no due time', () => {
  const start = at('2026-02-18T09:40:00');
  const goal = { amount: 120, unit: 'working-minutes' as const };
  expect(derive(calendar(), start, goal, [{ from: start, until: null }]).due).toBe('paused');
});

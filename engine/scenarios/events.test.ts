// Events: time, messages, signals and errors, on the way, at the edge of a step, at the beginning and at the end.
import { expect, test } from 'vitest';
import { execute } from '../execute.ts';
import { inUtc, play } from '../testing/player.ts';

test('a date, a month and working time', async () => {
  const player = await play('timers', { visit: '2026-12-31T11:00:00+03:00' });
  expect(player.instance.timers.map(({ dueAt }) => dueAt)).toEqual(['2026-12-31T08:00:00.000Z']);
  player.waitUntil('2026-12-31T08:00:00.000Z');
  expect(player.instance.timers.map(({ dueAt }) => dueAt)).toEqual(['2027-01-31T08:00:00.000Z']);
  player.waitUntil('2027-01-31T08:00:00.000Z');
  expect(player.instance.timers.map(({ dueAt }) => dueAt)).toEqual(['2027-02-01T00:00:00.000Z']);
  player.waitUntil('2027-02-01T00:00:00.000Z');
  expect(player.status).toBe('completed');
});

test('a timer that nobody understands is an incident', async () => {
  const player = await play('timers', { visit: 'tomorrow' });
  expect(player.stands).toEqual(['date: timer-not-understood']);
  player.send({ type: 'set-variables', scope: 1, variables: { visit: '2026-12-01' } });
  player.retry('date');
  expect(player.instance.timers.map(({ dueAt }) => dueAt)).toEqual(['2026-12-01T00:00:00.000Z']);
});

test('a boundary timer that does not interrupt comes again as often as it says; the one that interrupts ends the step', async () => {
  const player = await play('boundary-timers');
  expect(player.instance.timers).toHaveLength(2);
  player.waitUntil('2026-11-29T10:00:00.000Z');
  expect(player.stands).toEqual(['call', 'call', 'work']);
  player.waitUntil('2026-11-29T23:00:00.000Z');
  expect(player.stands).toEqual(['call', 'call', 'call', 'work']);
  expect(player.instance.timers.map(({ elementId }) => elementId)).toEqual(['take-away']);
  player.waitUntil('2026-11-30T08:00:00.000Z');
  expect(player.stands).toEqual(['call', 'call', 'call', 'other']);
  expect(player.effectsOf('withdraw-task').map(({ elementId }) => elementId)).toEqual(['work']);
  for (const task of ['other', 'call', 'call', 'call']) player.complete(task);
  expect(player.status).toBe('completed');
});

test('a step that is done in time takes its timers with it', async () => {
  const player = await play('boundary-timers');
  player.complete('work');
  expect(player.status).toBe('completed');
  expect(player.happenings.map(({ type }) => type)).not.toContain('fired');
});

test('a boundary message comes as often as it is sent; a signal ends the step', async () => {
  const player = await play('boundary-messages', { caseId: '1448-000123' });
  expect(player.instance.subscriptions.map(({ name, key }) => [name, key])).toEqual([
    ['more', '1448-000123'],
    ['withdrawn', ''],
  ]);
  player.deliver('more', { page: 1 });
  player.deliver('more', { page: 2 });
  expect(player.stands).toEqual(['file', 'file', 'work']);
  expect(player.variables).toMatchObject({ page: 2 });
  player.deliver('withdrawn');
  expect(player.stands).toEqual(['file', 'file']);
  player.complete('file');
  player.complete('file');
  expect(player.status).toBe('completed');
});

test('a service is asked with its input and its answer is kept under its name', async () => {
  const player = await play('boundary-errors', { amount: 40 });
  expect(player.effectsOf('call-service')).toMatchObject([{ elementId: 'pay', topic: 'pay', input: { amount: 40 } }]);
  player.complete('pay', { receipt: 'r1' });
  expect(player.status).toBe('completed');
  expect(player.variables).toEqual({ amount: 40, paid: { receipt: 'r1' } });
});

test.each([
  ['refused', 'ask'],
  ['broken', 'look'],
])('the error %s is caught by its own code before any code: %s', async (code, task) => {
  const player = await play('boundary-errors');
  player.throwError('pay', code, { reason: 'r' });
  expect(player.stands).toEqual([task]);
  expect(player.variables).toEqual({ reason: 'r' });
  player.complete(task);
  expect(player.status).toBe('completed');
});

test('an error that nobody catches is an incident; a retry asks again under a new number', async () => {
  const player = await play('number-of-times', { copies: 1 });
  const first = player.tokenAt('copy').number;
  player.throwError('copy', 'paper');
  expect(player.stands).toEqual(['copy: error-not-caught']);
  expect(player.tokenAt('copy').incident?.params).toEqual({ code: 'paper' });
  player.retry('copy');
  expect(player.tokenAt('copy').number).toBeGreaterThan(first);
  expect(player.effectsOf('call-service')).toHaveLength(2);
  player.complete('copy');
  expect(player.status).toBe('completed');
});

test('begun by a message or by hand; messages go out with key and payload, signals to everybody', async () => {
  const player = await play('messages', { customer: 'c7', number: 3 }, 'by-message');
  expect(player.completed[0]).toBe('by-message');
  player.deliver('reply', { text: 'thanks' });
  expect(player.status).toBe('completed');
  expect(player.effects).toEqual([
    { type: 'send-message', elementId: 'tell', name: 'accepted', key: 'c7', payload: { number: 3 } },
    { type: 'broadcast-signal', elementId: 'everybody', name: 'busy' },
    { type: 'send-message', elementId: 'write', name: 'letter', key: 'c7', payload: { text: 'soon' } },
    { type: 'send-message', elementId: 'end', name: 'done', key: 'c7', payload: {} },
    {
      type: 'end-instance',
      status: 'completed',
      variables: { customer: 'c7', number: 3, text: 'thanks' },
    },
  ]);
  expect((await play('messages', { customer: 'c7' })).completed[0]).toBe('by-hand');
});

test('an end for all ends the others too', async () => {
  const player = await play('terminate');
  player.complete('a');
  expect(player.status).toBe('terminated');
  expect(player.effects.slice(-2)).toEqual([
    { type: 'withdraw-task', token: 5, elementId: 'b' },
    { type: 'end-instance', status: 'terminated', variables: {} },
  ]);
});

test('a repetition that the calendar never comes to again happens this once, and the log says that it ended', async () => {
  const { definition, instance, now } = await play('boundary-timers');
  const timers = instance.timers.map((timer) =>
    timer.cycle ? { ...timer, cycle: { ...timer.cycle, workingTime: true } } : timer,
  );
  const { number: timer } = timers.find(({ cycle }) => cycle)!;
  const closed = { now, afterWorkingTime: () => expect.fail('never open again'), ...inUtc };
  const after = execute(definition, { ...instance, timers }, { type: 'fire-timer', timer }, closed);
  expect(after.instance.tokens.map(({ elementId }) => elementId)).toEqual(['work', 'call']);
  expect(after.instance.timers.map(({ elementId }) => elementId)).toEqual(['take-away']);
  expect(after.happenings[0]).toEqual({ type: 'failed', elementId: 'remind', scope: 1 });
});

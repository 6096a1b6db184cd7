// Scopes: subprocesses, event subprocesses, called processes, and the way an error takes through them.
import { expect, test } from 'vitest';
import { play } from '../testing/player.ts';

test('a subprocess ends with the last token in it', async () => {
  const player = await play('subprocess');
  player.complete('a');
  expect(player.stands).toEqual(['b']);
  player.complete('b');
  expect(player.stands).toEqual(['after']);
  expect(player.instance.scopes).toHaveLength(1);
  expect(player.instance.timers).toEqual([]);
});

test('an interrupted subprocess takes everything in it back', async () => {
  const player = await play('subprocess');
  player.complete('a');
  player.waitUntil('2026-11-29T09:00:00.000Z');
  expect(player.stands).toEqual(['escalated']);
  expect(player.effectsOf('withdraw-task').map(({ elementId }) => elementId)).toEqual(['b']);
  expect(player.happenings.filter(({ type }) => type === 'cancelled').map(({ elementId }) => elementId)).toEqual([
    'b',
    'inner',
  ]);
});

test('an end for all within a subprocess ends that subprocess only', async () => {
  const player = await play('subprocess-terminate');
  player.complete('a');
  expect(player.stands).toEqual(['after']);
  player.complete('after');
  expect(player.status).toBe('completed');
});

test.each([
  ['small', ['mend']],
  ['great', ['apologise']],
  ['none', []],
])('the error %s goes out to the nearest that catches it', async (bad, stands) => {
  const player = await play('error-scopes');
  player.complete('choose', { bad });
  expect(player.stands).toEqual(stands);
  for (const task of stands) player.complete(task);
  expect(player.status).toBe('completed');
});

test('an error end that nobody hears goes out to whoever called the process', async () => {
  const player = await play('error-scopes');
  player.complete('choose', { bad: 'unheard' });
  expect(player.status).toBe('failed');
  expect(player.effects.at(-1)).toEqual({
    type: 'end-instance',
    status: 'failed',
    variables: { bad: 'unheard' },
    errorCode: 'unheard',
  });
});

test('event subprocesses are heard as long as their scope lives, the quiet ones again and again', async () => {
  const player = await play('event-subprocesses', { caseId: 'k' });
  player.deliver('note-start', { text: 'one' });
  player.deliver('note-start', { text: 'two' });
  player.waitUntil('2026-12-01T08:00:00.000Z');
  expect(player.variables).toMatchObject({ text: 'two', nags: 2 });
  player.complete('work');
  expect(player.status, 'notes are still to be read').toBe('running');
  player.complete('read-note');
  player.complete('read-note');
  expect(player.status).toBe('completed');
});

test('one that interrupts ends everything else in its scope and nothing more is heard', async () => {
  const player = await play('event-subprocesses', { caseId: 'k' });
  player.deliver('note-start');
  player.deliver('stop-start');
  expect(player.stands).toEqual(['tidy']);
  expect(player.instance.subscriptions).toEqual([]);
  expect(player.instance.timers).toEqual([]);
  player.complete('tidy');
  expect(player.status).toBe('completed');
});

test('an event subprocess catches errors of its scope, not its own', async () => {
  const player = await play('event-subprocesses', { caseId: 'k' });
  player.throwError('work', 'broken', { why: 'rain' });
  expect(player.stands).toEqual(['repair']);
  player.throwError('repair', 'broken');
  expect(player.stands).toEqual(['repair: error-not-caught']);
  player.retry('repair');
  player.complete('repair');
  expect(player.status).toBe('completed');
});

test('an event subprocess that cannot be armed keeps its process at the start', async () => {
  const player = await play('event-subprocesses');
  expect(player.stands).toEqual(['start: expression-failed']);
  player.send({ type: 'set-variables', scope: 1, variables: { caseId: 'k' } });
  player.retry('start');
  expect(player.stands).toEqual(['work']);
  expect(player.instance.subscriptions).toHaveLength(2);
  expect(player.instance.timers).toHaveLength(1);
});

test('an event subprocess within a subprocess ends that subprocess', async () => {
  const player = await play('event-subprocess-inside');
  player.deliver('stop-start');
  expect(player.stands).toEqual(['tidy']);
  player.complete('tidy');
  expect(player.stands).toEqual(['after']);
  expect(player.instance.subscriptions).toEqual([]);
});

test('a called process: its input, its result, its error, and its end when it takes too long', async () => {
  const done = await play('call', { amount: 9 });
  expect(done.effectsOf('call-process')).toMatchObject([{ calledProcess: 'refund', input: { amount: 9 } }]);
  done.complete('refund', { number: 'R1' });
  expect(done.variables).toEqual({ amount: 9, refunded: { number: 'R1' } });

  const refused = await play('call');
  refused.throwError('refund', 'refused');
  expect(refused.stands).toEqual(['tell']);
  expect(refused.effectsOf('cancel-called'), 'it has ended already').toEqual([]);

  const late = await play('call');
  late.waitUntil('2026-11-30T08:00:00.000Z');
  expect(late.stands).toEqual(['tell']);
  expect(late.effectsOf('cancel-called')).toHaveLength(1);
});

test('cancelled from outside, everything is taken back', async () => {
  const player = await play('subprocess');
  player.send({ type: 'cancel' });
  expect(player.status).toBe('cancelled');
  expect(player.effectsOf('withdraw-task')).toHaveLength(2);
});

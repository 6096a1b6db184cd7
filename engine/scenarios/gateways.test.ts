// Gateways: who goes on where, what a join waits for, and what becomes of a join that waits in vain.
import { expect, test } from 'vitest';
import { play } from '../testing/player.ts';

test.each([
  [600, 'head'],
  [200, 'clerk'],
  [50, 'small'],
])('of %d it goes to %s: the first way whose condition holds, or the default', async (amount, task) => {
  const player = await play('exclusive', { amount });
  expect(player.stands).toEqual([task]);
  player.complete(task);
  expect(player.status).toBe('completed');
  expect(player.completed).toEqual(['start', 'choice', task, 'end']);
});

test('a variable that is not there holds nothing', async () => {
  const player = await play('exclusive');
  expect(player.stands).toEqual(['small']);
});

test('where no way holds the token waits with an incident until somebody sets it right', async () => {
  const player = await play('exclusive-without-default', { kind: 'gift' });
  expect(player.stands).toEqual(['choice: no-flow-holds']);
  expect(player.effects).toEqual([{ type: 'raise-incident', token: 3, elementId: 'choice' }]);
  player.retry('choice');
  expect(player.stands).toEqual(['choice: no-flow-holds']);
  player.send({ type: 'set-variables', scope: 1, variables: { kind: 'goods' } });
  player.retry('choice');
  player.complete('goods');
  expect(player.status).toBe('completed');
  expect(player.completed.filter((id) => id === 'choice')).toHaveLength(1);
});

test('a condition that is not yes or no is an incident', async () => {
  const player = await play('inclusive', { a: 'yes' });
  expect(player.stands).toEqual(['split: expression-failed']);
  expect(player.tokenAt('split').incident).toEqual({
    code: 'expression-failed',
    params: { expression: 'a', reason: 'not yes or no' },
    step: 'leave',
  });
});

test('a parallel join waits for every flow, in whatever order they come', async () => {
  for (const [first, second, third] of ['abc', 'acb', 'bac', 'bca', 'cab', 'cba']) {
    const player = await play('parallel');
    player.complete(first!);
    player.complete(second!);
    expect(player.stands).toEqual([third!, `${first}-join`, `${second}-join`].sort());
    player.complete(third!);
    expect(player.stands).toEqual(['after']);
    player.complete('after');
    expect(player.status).toBe('completed');
  }
});

test('a parallel join waits for a branch whose choice goes elsewhere, and says so once nothing else is alive', async () => {
  const player = await play('parallel-behind-choice', { agreed: false });
  player.complete('a');
  player.complete('b');
  expect(player.stands).toEqual(['a-join', 'elsewhere']);
  player.complete('elsewhere');
  expect(player.status).toBe('running');
  expect(player.stands).toEqual(['join: join-never-complete']);
  player.retry('join');
  expect(player.stands).toEqual(['join: join-never-complete']);
  player.send({ type: 'cancel' });
  expect(player.status).toBe('cancelled');
});

test('the same join fires where the choice comes to it', async () => {
  const player = await play('parallel-behind-choice', { agreed: true });
  player.complete('b');
  player.complete('a');
  expect(player.stands).toEqual(['after']);
});

test('a parallel join fed by another split counts its flows, not its tokens', async () => {
  const player = await play('parallel-fed-by-parallel');
  player.complete('a');
  player.complete('b');
  expect(player.stands).toEqual(['a-join', 'b-join', 'c']);
  player.complete('c');
  expect(player.stands).toEqual(['after']);
});

test('what is too many at a join stays for the next time', async () => {
  const player = await play('parallel-surplus');
  player.complete('left', { more: true });
  player.complete('left');
  player.complete('left');
  expect(player.stands).toEqual(['left', 'left-made-pair ×3', 'right']);
  player.complete('right');
  expect(player.stands).toEqual(['left', 'left-made-pair ×2', 'paired', 'right']);
  player.complete('right', { more: false });
  player.complete('left');
  expect(player.stands).toEqual(['left-made-pair ×2', 'paired', 'paired']);
  player.complete('paired');
  player.complete('paired');
  expect(player.stands).toEqual(
    ['join', 'left-made-pair'].map((id) => (id === 'join' ? 'pair: join-never-complete' : id)).sort(),
  );
});

test('an inclusive split and its join: the step after it comes once', async () => {
  const player = await play('inclusive', { a: true, b: true });
  player.complete('a');
  expect(player.stands).toEqual(['a-join', 'b']);
  player.complete('b');
  expect(player.stands).toEqual(['after']);
  player.complete('after');
  expect(player.status).toBe('completed');
  expect(player.completed.filter((id) => id === 'after')).toHaveLength(1);
});

test.each([
  [{ a: true, b: false }, 'a'],
  [{ a: false, b: true }, 'b'],
  [{ a: false, b: false }, 'c'],
])('an inclusive join waits only for what was begun: %j', async (variables, task) => {
  const player = await play('inclusive', variables);
  expect(player.stands).toEqual([task]);
  player.complete(task);
  expect(player.stands).toEqual(['after']);
});

test('an inclusive join is asked again when a token ends elsewhere', async () => {
  const player = await play('inclusive-death', { agreed: false });
  player.complete('a');
  expect(player.stands).toEqual(['a-join', 'b']);
  player.complete('b');
  expect(player.stands).toEqual(['after']);
});

test('… and when one is interrupted', async () => {
  const player = await play('inclusive-death', { agreed: true });
  player.complete('a');
  player.deliver('withdrawn');
  expect(player.stands).toEqual(['after']);
  expect(player.effectsOf('withdraw-task')).toHaveLength(1);
});

test('an inclusive join does not wait for a token that can come along a flow that has one', async () => {
  const player = await play('inclusive-either-way');
  player.complete('a');
  expect(player.stands).toEqual(['after', 'late']);
  // What comes later is an activation of its own.
  player.complete('late', { again: true });
  player.complete('a');
  expect(player.stands).toEqual(['after', 'after']);
});

test('an inclusive join in a loop waits for this turn, not for the next', async () => {
  const player = await play('inclusive-loop');
  player.complete('plan', { a: true, b: true });
  player.complete('b');
  expect(player.stands).toEqual(['a', 'b-join']);
  player.complete('a');
  player.complete('review', { again: true });
  player.complete('plan', { a: false });
  player.complete('b');
  expect(player.stands).toEqual(['review']);
  player.complete('review', { again: false });
  expect(player.status).toBe('completed');
});

test('an inclusive join waits for what may come from a boundary event', async () => {
  const player = await play('inclusive-through-boundary');
  player.complete('a');
  expect(player.stands).toEqual(['a-join', 'b']);
  player.complete('b');
  expect(player.stands).toEqual(['after']);

  const late = await play('inclusive-through-boundary');
  late.complete('a');
  late.waitUntil('2026-11-29T09:00:00.000Z');
  expect(late.stands).toEqual(['a-join', 'remind']);
  late.complete('remind');
  expect(late.stands).toEqual(['after']);
});

test('at an event gateway the first event wins and the others are gone', async () => {
  const happens: [string, (player: Awaited<ReturnType<typeof play>>) => void][] = [
    ['read', (player) => player.deliver('answer', { text: 'yes' })],
    ['close', (player) => player.deliver('closing')],
    ['open', (player) => player.deliver('letter')],
    ['remind', (player) => player.waitUntil('2026-12-02T08:00:00.000Z')],
  ];
  for (const [task, happen] of happens) {
    const player = await play('event-gateway', { caseId: 17 });
    expect(player.stands).toEqual(['wait']);
    expect(player.instance.subscriptions.map(({ type, name, key }) => [type, name, key])).toEqual([
      ['message', 'answer', '17'],
      ['signal', 'closing', ''],
      ['message', 'letter', '17'],
    ]);
    happen(player);
    expect(player.stands).toEqual([task]);
    expect(player.instance.subscriptions).toEqual([]);
    expect(player.instance.timers).toEqual([]);
  }
});

test('an event gateway whose key cannot be said waits with an incident and nothing half armed', async () => {
  const player = await play('event-gateway');
  expect(player.stands).toEqual(['wait: expression-failed']);
  expect(player.instance.subscriptions).toEqual([]);
  player.send({ type: 'set-variables', scope: 1, variables: { caseId: 'a' } });
  player.retry('wait');
  expect(player.instance.subscriptions).toHaveLength(3);
});

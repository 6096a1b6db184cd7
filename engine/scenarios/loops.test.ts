// Activities that happen more than once, and loops that never end.
import { expect, test } from 'vitest';
import { play, type Player } from '../testing/player.ts';

const people = ['amal', 'reza', 'kim'];
const tokensAt = (player: Player, elementId: string) =>
  player.instance.tokens.filter((token) => token.elementId === elementId && token.waitsFor === 'task');

test('all at once: everybody sees their own, and what they say is gathered in the order of the list', async () => {
  const player = await play('each-at-once', { people });
  expect(player.effectsOf('open-task').map(({ variables }) => [variables.person, variables.loopCounter])).toEqual([
    ['amal', 1],
    ['reza', 2],
    ['kim', 3],
  ]);
  const tokens = tokensAt(player, 'ask');
  for (const [at, answer] of [
    [2, 'yes'],
    [0, 'perhaps'],
    [1, 'yes'],
  ] as const)
    player.send({ type: 'complete', token: tokens[at]!.number, variables: { answer } });
  expect(player.stands).toEqual(['after']);
  expect(player.variables).toEqual({ people, answers: ['perhaps', 'yes', 'yes'] });
  expect(player.instance.timers).toEqual([]);
});

test('the completion condition ends the others', async () => {
  const player = await play('each-at-once', { people });
  player.send({ type: 'complete', token: tokensAt(player, 'ask')[1]!.number, variables: { answer: 'no' } });
  expect(player.stands).toEqual(['after']);
  expect(player.variables).toEqual({ people, answers: [null, 'no', null] });
  expect(player.effectsOf('withdraw-task')).toHaveLength(2);
});

test('a boundary event belongs to the whole', async () => {
  const player = await play('each-at-once', { people });
  expect(player.instance.timers).toHaveLength(1);
  player.waitUntil('2026-11-30T08:00:00.000Z');
  expect(player.status).toBe('completed');
  expect(player.effectsOf('withdraw-task')).toHaveLength(3);
});

test('nobody to ask: it goes on at once', async () => {
  const player = await play('each-at-once', { people: [] });
  expect(player.stands).toEqual(['after']);
  expect(player.variables).toEqual({ people: [], answers: [] });
});

test.each([[undefined], ['amal'], [3]])('%j is no list', async (list) => {
  const player = await play('each-at-once', list === undefined ? {} : { people: list });
  expect(player.stands).toEqual(['ask: collection-is-no-list']);
  player.send({ type: 'set-variables', scope: 1, variables: { people } });
  player.retry('ask');
  expect(player.stands).toEqual(['ask', 'ask', 'ask']);
  expect(player.instance.timers, 'armed once').toHaveLength(1);
});

test('one after the other: the list is what it was in the beginning', async () => {
  const player = await play('one-after-the-other', { people });
  player.complete('ask', { answer: 'yes' });
  player.send({ type: 'set-variables', scope: 1, variables: { people: [] } });
  expect(player.effectsOf('open-task').at(-1)?.variables.person).toBe('reza');
  player.complete('ask', { answer: 'no' });
  expect(player.status).toBe('completed');
  expect(player.variables.answers).toEqual([{ who: 'amal', said: 'yes' }, { who: 'reza', said: 'no' }, null]);
});

test('a number of times', async () => {
  const player = await play('number-of-times', { copies: 3 });
  expect(player.stands).toEqual(['copy', 'copy', 'copy']);
  for (const page of [1, 2, 3]) player.complete('copy', { page });
  expect(player.status).toBe('completed');
  // Nothing is gathered, so what they write goes outward and the last wins.
  expect(player.variables).toEqual({ copies: 3, page: 3 });
  expect(player.completed).toEqual(['start', 'copy', 'copy', 'copy', 'end']);
});

test('a number of times that is none', async () => {
  expect((await play('number-of-times', { copies: 2.5 })).stands).toEqual(['copy: collection-is-no-list']);
  expect((await play('number-of-times', { copies: 1_000_000 })).stands).toEqual(['copy: too-many-steps']);
});

test('a subprocess for everybody keeps its own variables', async () => {
  const player = await play('each-in-a-subprocess', { files: ['a', 'b'] });
  const [first, second] = tokensAt(player, 'read');
  player.send({ type: 'complete', token: second!.number, variables: { mark: 'good' } });
  player.send({ type: 'complete', token: first!.number, variables: { mark: 'poor' } });
  expect(player.stands).toEqual(['after']);
  expect(player.variables).toEqual({ files: ['a', 'b'], results: ['a: poor', 'b: good'] });
});

test('an error in one of them ends all of them', async () => {
  const player = await play('each-in-a-subprocess', { files: ['a', 'b'] });
  player.throwError('read', 'broken');
  expect(player.status).toBe('completed');
  expect(player.completed).toContain('broken');
  expect(player.completed).not.toContain('after');
});

test('what a round leaves cannot be reckoned: it waits, and a retry goes on from there', async () => {
  const player = await play('each-in-a-subprocess', { files: ['a'] });
  player.complete('read', { mark: 4 });
  expect(player.stands).toEqual(['judge: expression-failed']);
  const { scope } = player.tokenAt('judge');
  player.send({ type: 'set-variables', scope, variables: { mark: 'fair' } });
  player.retry('judge');
  expect(player.stands).toEqual(['after']);
  expect(player.variables.results).toEqual(['a: fair']);
});

test('until a condition fails: tried at least once and three times at most, or not at all', async () => {
  const good = await play('until', { count: 2 });
  good.complete('try', { good: false });
  good.complete('try', { good: true });
  expect(good.status).toBe('completed');

  const never = await play('until', { count: 0 });
  for (const good of [false, false, false]) never.complete('try', { good });
  expect(never.stands).toEqual(['look']);
  never.complete('look', { count: 1 });
  never.complete('look', { count: 2 });
  expect(never.status).toBe('completed');
});

test('a ring without a wait is stopped and named; put right, it goes on where it stood', async () => {
  const player = await play('endless', { turns: 0, most: 1_000_000 });
  player.complete('go');
  expect(player.stands[0]).toMatch(/: too-many-steps$/);
  expect(player.stands).toHaveLength(1);
  const turns = player.variables.turns as number;
  expect(turns).toBeGreaterThan(1000);
  player.send({ type: 'set-variables', scope: 1, variables: { most: turns + 5 } });
  player.send({ type: 'retry', token: player.instance.tokens[0]!.number });
  expect(player.status).toBe('completed');
  expect(player.variables.turns).toBe(turns + 5);
}, 120_000);

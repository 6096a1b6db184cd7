// Steps that reckon, ways out of a step, and commands that do not fit.
import { expect, test } from 'vitest';
import type { Command } from '../commands.ts';
import { EngineError } from '../engine-error.ts';
import { compileScenario, play, Player } from '../testing/player.ts';

test('decision tables: the only rule, the first, all of them; a script sums', async () => {
  const player = await play('rules', { amount: 50, customer: { kind: 'silver' }, base: 4 });
  expect(player.variables).toMatchObject({
    unique: { unit: 'front', days: 1 },
    first: { unit: 'front', days: 1 },
    collect: [{ unit: 'front', days: 1 }],
    total: 1,
  });
});

test('two rules where one may fit, and none where one must', async () => {
  const player = await play('rules', { amount: 200, customer: { kind: 'silver' }, base: 4 });
  expect(player.stands).toEqual(['unique: decision-not-unique']);
  expect(player.tokenAt('unique').incident?.params).toEqual({ rules: '2, 3' });
  player.send({ type: 'set-variables', scope: 1, variables: { customer: { kind: 'bronze' } } });
  player.retry('unique');
  expect(player.stands).toEqual(['unique: decision-has-no-answer']);
  player.send({ type: 'set-variables', scope: 1, variables: { amount: 501 } });
  player.retry('unique');
  expect(player.stands).toEqual(['look']);
  expect(player.variables).toMatchObject({ unique: { unit: 'head', days: 3 }, total: 3 });
});

test.each([
  [{ loud: true, wide: true }, ['loud', 'wide']],
  [{ loud: false, wide: true }, ['wide']],
  [{}, ['quiet']],
])('a step goes on by every way that holds, or by its default: %j', async (variables, stands) => {
  const player = await play('task-with-ways');
  player.complete('work', variables);
  expect(player.stands).toEqual(stands);
});

test('a finished step whose way cannot be found waits without its task', async () => {
  const player = await play('task-with-ways');
  player.complete('work', { loud: 'very' });
  expect(player.stands).toEqual(['work: expression-failed']);
  player.send({ type: 'set-variables', scope: 1, variables: { loud: true } });
  player.retry('work');
  expect(player.stands).toEqual(['loud']);
  expect(player.effectsOf('open-task').map(({ elementId }) => elementId)).toEqual(['work', 'loud']);
});

test('what does not fit the state is refused', async () => {
  const fresh = new Player(await compileScenario('steps'));
  const refusal = (player: Player, command: Command): unknown => {
    try {
      player.send(command);
    } catch (error) {
      if (error instanceof EngineError) return error.code;
      throw error;
    }
    return undefined;
  };
  const variables = {};
  expect(refusal(fresh, { type: 'cancel' })).toBe('instance-not-started');
  expect(refusal(fresh, { type: 'start', startId: 'end', variables })).toBe('start-unknown');
  const player = await play('steps');
  const { number: token } = player.tokenAt('task-1');
  expect(refusal(player, { type: 'start', variables })).toBe('instance-already-started');
  expect(refusal(player, { type: 'complete', token: 99, variables })).toBe('token-unknown');
  expect(refusal(player, { type: 'retry', token })).toBe('token-without-incident');
  expect(refusal(player, { type: 'fire-timer', timer: token })).toBe('timer-unknown');
  expect(refusal(player, { type: 'deliver', subscription: token, variables })).toBe('subscription-unknown');
  expect(refusal(player, { type: 'set-variables', scope: 99, variables })).toBe('scope-unknown');
  player.complete('task-1');
  expect(refusal(player, { type: 'complete', token, variables }), 'done already').toBe('token-unknown');
  for (const task of [2, 3, 4, 5]) player.complete(`task-${task}`);
  expect(refusal(player, { type: 'complete', token, variables })).toBe('instance-ended');
  const waiting = await play('event-gateway', { caseId: 1 });
  expect(refusal(waiting, { type: 'complete', token: waiting.tokenAt('wait').number, variables })).toBe(
    'token-waits-for-something-else',
  );
});

test('every step is in the log, with the flow that led to it', async () => {
  const player = await play('exclusive', { amount: 600 });
  player.complete('head');
  expect(player.happenings.map(({ type, elementId }) => `${type} ${elementId}`)).toEqual([
    'entered start',
    'completed start',
    'flow-taken start-choice',
    'entered choice',
    'completed choice',
    'flow-taken choice-head',
    'entered head',
    'completed head',
    'flow-taken head-end',
    'entered end',
    'completed end',
  ]);
});

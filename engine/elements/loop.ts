// Activities that happen more than once: one scope that counts the rounds, and in it one scope and one token a round.
import type { Activity, Loop } from '../definition.ts';
import { evaluate, holds } from '../expressions.ts';
import type { Json, Rounds, Scope, Variables } from '../instance.ts';
import type { LiveToken, Run } from '../run.ts';
import { cancelScope, openScope } from '../scopes.ts';
import { StepFailed } from '../step-failed.ts';
import { contextOf, visibleVariables, writeVariables } from '../variables.ts';

type MultiInstance = Extract<Loop, { type: 'multi-instance' }>;

/** More is no work list but a mistake; and each needs its share of the steps of one command. */
const mostRounds = 1_000;

export function isRound(run: Run, token: LiveToken): boolean {
  return run.scope(token.scope).round !== undefined;
}

export function beginLoop(run: Run, token: LiveToken, activity: Activity, loop: Loop): void {
  const rounds = loop.type === 'standard' ? { begun: 0, done: 0 } : countRounds(run, token, loop);
  if (loop.type === 'standard' && loop.testBefore && !goesOn(run, token.scope, loop, rounds)) return run.finish(token);
  const body = openScope(run, activity.id, { parent: token.scope, token: token.number, rounds });
  run.wait(token, 'scope');
  if (rounds.total === 0) return endLoop(run, body, loop);
  const atOnce = loop.type === 'multi-instance' && !loop.sequential ? rounds.total! : 1;
  for (let count = 0; count < atOnce; count += 1) beginRound(run, body.number, loop);
}

function countRounds(run: Run, token: LiveToken, { over, output }: MultiInstance): Rounds {
  const expression = 'collection' in over ? over.collection : over.cardinality;
  const value = evaluate(expression, contextOf(run, token.scope));
  const items = 'collection' in over && Array.isArray(value) ? (value as readonly Json[]) : undefined;
  const total = items ? items.length : 'cardinality' in over ? value : undefined;
  if (typeof total !== 'number' || !Number.isInteger(total) || total < 0)
    throw new StepFailed('collection-is-no-list', { expression });
  if (total > mostRounds) throw new StepFailed('too-many-steps', { rounds: total });
  return {
    total,
    begun: 0,
    done: 0,
    ...(output && { outputs: Array.from({ length: total }, () => null) }),
    ...(items && { items }),
  };
}

function beginRound(run: Run, bodyNumber: number, loop: Loop): void {
  const body = run.scope(bodyNumber);
  const { items, ...rounds } = body.rounds!;
  const round = rounds.begun + 1;
  const lastOne = round === rounds.total;
  run.scopes.set(bodyNumber, { ...body, rounds: { ...rounds, begun: round, ...(items && !lastOne && { items }) } });
  const name = loop.type === 'multi-instance' && 'collection' in loop.over ? loop.over.elementVariable : undefined;
  const variables: Variables = { loopCounter: round, ...(name && items && { [name]: items[round - 1]! }) };
  const scope = openScope(run, body.elementId, { parent: bodyNumber, round, variables });
  run.schedule({ step: 'work', token: run.place(scope.number, body.elementId).number });
}

/** A round is done: reckons first what it leaves and whether the whole goes on, then changes anything. */
export function finishRound(run: Run, token: LiveToken, loop: Loop): void {
  const scope = run.scope(token.scope);
  const before = run.scope(scope.parent!);
  const rounds = after(run, scope, before.rounds!, loop);
  const done =
    rounds.done === rounds.total ||
    (loop.type === 'standard' ? !goesOn(run, scope.number, loop, rounds) : isComplete(run, scope, loop, rounds));
  run.remove(token);
  run.scopes.delete(scope.number);
  const body = { ...before, rounds };
  run.scopes.set(body.number, body);
  if (done) endLoop(run, body, loop);
  else if (loop.type === 'standard' || loop.sequential) beginRound(run, body.number, loop);
}

function after(run: Run, { number, round }: Scope, rounds: Rounds, loop: Loop): Rounds {
  const done = rounds.done + 1;
  if (loop.type === 'standard' || !loop.output) return { ...rounds, done };
  const left = evaluate(loop.output.element, contextOf(run, number));
  return { ...rounds, done, outputs: rounds.outputs!.map((each, at) => (at === round! - 1 ? left : each)) };
}

/** The condition sees what the round that has just ended has written, the counts, and what has been gathered so far. */
function isComplete(
  run: Run,
  { number }: Scope,
  loop: MultiInstance,
  { total, begun, done, outputs }: Rounds,
): boolean {
  if (loop.completionCondition === undefined) return false;
  const counts = {
    numberOfInstances: total!,
    numberOfActiveInstances: begun - done,
    numberOfCompletedInstances: done,
    numberOfTerminatedInstances: 0,
    ...(loop.output && { [loop.output.collection]: outputs!.filter((each) => each !== null) }),
  };
  const { now, dayAt } = run.environment;
  return holds(loop.completionCondition, { variables: { ...visibleVariables(run, number), ...counts }, now, dayAt });
}

function goesOn(run: Run, scope: number, loop: Extract<Loop, { type: 'standard' }>, { done }: Rounds): boolean {
  if (loop.maximum !== undefined && done >= loop.maximum) return false;
  const variables = { ...visibleVariables(run, scope), loopCounter: done };
  const { now, dayAt } = run.environment;
  return holds(loop.condition, { variables, now, dayAt });
}

/** Rounds that are not done are cancelled; the token that waited for all goes on. */
function endLoop(run: Run, body: Scope, loop: Loop): void {
  cancelScope(run, body);
  const token = run.tokens.get(body.token!)!;
  if (loop.type === 'multi-instance' && loop.output)
    writeVariables(run, token.scope, { [loop.output.collection]: body.rounds!.outputs ?? [] });
  run.finish(token);
}

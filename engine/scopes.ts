// Scopes and the tokens in them: opened, cancelled with everything inside, and completed with their last token.
import type { ElementId } from './definition.ts';
import type { Effect } from './effects.ts';
import type { Scope } from './instance.ts';
import type { LiveToken, Run } from './run.ts';

export function openScope(run: Run, elementId: ElementId, rest: Partial<Scope> = {}): Scope {
  const scope: Scope = { number: run.takeNumber(), elementId, variables: {}, ...rest };
  run.scopes.set(scope.number, scope);
  return scope;
}

/** Takes back what the host was asked for, and everything that waits for or inside this token. */
export function cancelToken(run: Run, token: LiveToken): void {
  cancelInside(run, token.number);
  run.disarm(token.number);
  const withdrawal = withdrawals[token.waitsFor ?? 'incident'];
  if (withdrawal) run.effects.push({ type: withdrawal, token: token.number, elementId: token.elementId });
  run.happen('cancelled', token);
  run.remove(token);
}

/** The scopes that a token waits for. */
export function cancelInside(run: Run, token: number): void {
  for (const scope of [...run.scopes.values()]) if (scope.token === token) cancelScope(run, scope);
}

export function cancelScope(run: Run, scope: Scope): void {
  cancelContents(run, scope.number);
  run.scopes.delete(scope.number);
  if (scope.parent !== undefined) run.thinned.add(scope.parent);
}

/** Everything in a scope but itself: its event subprocesses too, running or only armed. */
export function cancelContents(run: Run, number: number): void {
  run.dropArriving(number);
  for (const token of [...run.tokens.values()]) if (token.scope === number) cancelToken(run, token);
  // Those that no token waited for: event subprocesses, and rounds.
  for (const scope of [...run.scopes.values()]) if (scope.parent === number) cancelScope(run, scope);
  run.arrivals = run.arrivals.filter(({ scope }) => scope !== number);
  disarmScope(run, number);
  run.thinned.add(number);
}

/** What is armed for the scope as a whole: its event subprocesses. */
export function disarmScope(run: Run, number: number): void {
  for (const { scope, token, number: timer } of run.timers.values())
    if (scope === number && token === undefined) run.timers.delete(timer);
  for (const { scope, token, number: subscription } of run.subscriptions.values())
    if (scope === number && token === undefined) run.subscriptions.delete(subscription);
}

export function endInstance(
  run: Run,
  status: Extract<Effect, { type: 'end-instance' }>['status'],
  errorCode?: string,
): void {
  const process = processScope(run);
  cancelScope(run, process);
  run.thinned.clear();
  run.status = status;
  run.effects.push({ type: 'end-instance', status, variables: process.variables, ...(errorCode && { errorCode }) });
}

function processScope(run: Run): Scope {
  for (const scope of run.scopes.values()) if (scope.parent === undefined) return scope;
  throw new Error('There is no scope of the process.');
}

/** Of those that lost something: ends what is empty, and names the joins that nothing can complete any more. Says whether something came of it. */
export function settleScopes(run: Run): boolean {
  const occupied = new Set<number | undefined>();
  for (const { scope } of run.tokens.values()) occupied.add(scope);
  for (const { parent } of run.scopes.values()) occupied.add(parent);
  const idle = [...run.thinned].filter((number) => run.scopes.has(number) && !occupied.has(number));
  run.thinned.clear();
  for (const number of idle) {
    const scope = run.scopes.get(number);
    if (!scope) continue;
    if (run.arrivals.some((arrival) => arrival.scope === number)) nameDeadlocks(run, number);
    else completeScope(run, scope);
  }
  return idle.length > 0;
}

function completeScope(run: Run, scope: Scope): void {
  if (scope.parent === undefined) return endInstance(run, 'completed');
  cancelScope(run, scope);
  const token = scope.token === undefined ? undefined : run.tokens.get(scope.token);
  if (token) run.finish(token);
}

/** One arrival of each such join becomes a token with an incident; a retry lets it arrive again. */
function nameDeadlocks(run: Run, number: number): void {
  const first = new Map<ElementId, ElementId>();
  for (const { scope, gatewayId, flowId } of run.arrivals)
    if (scope === number && !first.has(gatewayId)) first.set(gatewayId, flowId);
  for (const [gatewayId, flowId] of first) {
    run.arrivals = run.arrivals.flatMap((arrival) => {
      if (arrival.scope !== number || arrival.flowId !== flowId) return [arrival];
      return arrival.count > 1 ? [{ ...arrival, count: arrival.count - 1 }] : [];
    });
    const token = { number: run.takeNumber(), scope: number, elementId: gatewayId };
    run.wait(token, 'incident', { code: 'join-never-complete', params: {}, step: 'arrive', flowId });
    run.effects.push({ type: 'raise-incident', token: token.number, elementId: gatewayId });
    run.happen('failed', token);
  }
}

const withdrawals: Partial<Record<string, 'withdraw-task' | 'withdraw-service' | 'cancel-called'>> = {
  task: 'withdraw-task',
  service: 'withdraw-service',
  call: 'cancel-called',
};

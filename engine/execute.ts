// The engine: one command to one instance gives the instance after it, what the host must do, and what happened.
import { advance, fail } from './advance.ts';
import type { Command } from './commands.ts';
import type { Definition, ElementId, FlowNode, StartEvent } from './definition.ts';
import type { Effect, Environment, Happening } from './effects.ts';
import { fireBoundary } from './elements/boundary-event.ts';
import { passCatchEvent } from './elements/catch-event.ts';
import { chooseEvent } from './elements/event-gateway.ts';
import { fireEventSubprocess } from './elements/event-subprocess.ts';
import { EngineError } from './engine-error.ts';
import type { Instance, Timer, Variables } from './instance.ts';
import { propagateError, type ThrownError } from './propagate-error.ts';
import { Run, type LiveToken } from './run.ts';
import { endInstance, openScope } from './scopes.ts';
import { StepFailed } from './step-failed.ts';
import { nextDue, type Due } from './timers.ts';
import { writeInto, writeVariables } from './variables.ts';

export interface Outcome {
  readonly instance: Instance;
  readonly effects: readonly Effect[];
  readonly happenings: readonly Happening[];
}

/** Pure: the same arguments give the same outcome, and none of them is changed. Refuses with an `EngineError` what does not fit the state. */
export function execute(
  definition: Definition,
  instance: Instance | undefined,
  command: Command,
  environment: Environment,
): Outcome {
  if (command.type === 'start' && instance) throw new EngineError('instance-already-started');
  if (command.type !== 'start' && !instance) throw new EngineError('instance-not-started');
  if (instance && instance.status !== 'running') throw new EngineError('instance-ended', { status: instance.status });
  const run = new Run(definition, instance, environment);
  take(run, command);
  advance(run);
  return { instance: run.toInstance(), effects: run.effects, happenings: run.happenings };
}

function take(run: Run, command: Command): void {
  switch (command.type) {
    case 'start':
      return start(run, command.startId, command.variables);
    case 'complete':
      return complete(run, asked(run, command.token), command.variables);
    case 'throw-error':
      return throwError(run, asked(run, command.token), command);
    case 'fire-timer':
      return fireTimer(run, command.timer);
    case 'deliver':
      return deliver(run, command.subscription, command.variables);
    case 'retry':
      return retry(run, command.token);
    case 'set-variables':
      if (!run.scopes.has(command.scope)) throw new EngineError('scope-unknown', { scope: command.scope });
      return writeInto(run, command.scope, command.variables);
    case 'cancel':
      return endInstance(run, 'cancelled');
  }
}

function start(run: Run, startId: ElementId | undefined, variables: Variables): void {
  const { processId, scopes } = run.definition;
  const process = scopes.get(processId);
  const id = startId ?? process?.startId;
  if (id === undefined || (id !== process?.startId && !process?.triggeredStarts.includes(id)))
    throw new EngineError('start-unknown', startId === undefined ? {} : { startId });
  const { number } = openScope(run, processId, { variables });
  run.schedule({ step: 'arrive', scope: number, elementId: id });
}

/** A token whose work the host was asked for. */
function asked(run: Run, number: number): LiveToken {
  const token = run.tokens.get(number);
  if (!token) throw new EngineError('token-unknown', { token: number });
  if (token.waitsFor !== 'task' && token.waitsFor !== 'service' && token.waitsFor !== 'call')
    throw new EngineError('token-waits-for-something-else', { token: number, waitsFor: token.waitsFor ?? '' });
  return token;
}

function complete(run: Run, token: LiveToken, variables: Variables): void {
  const node = run.node(token.elementId);
  const name = 'resultVariable' in node ? node.resultVariable : undefined;
  writeVariables(run, token.scope, name === undefined ? variables : { [name]: variables });
  run.finish(token);
}

function throwError(run: Run, thrower: LiveToken, error: ThrownError): void {
  const token = run.release(thrower);
  if (propagateError(run, { token, scope: token.scope }, error)) return;
  fail(run, token, 'work', new StepFailed('error-not-caught', { code: error.code }));
}

function fireTimer(run: Run, number: number): void {
  const timer = run.timers.get(number);
  if (!timer) throw new EngineError('timer-unknown', { timer: number });
  run.timers.delete(number);
  const node = run.node(timer.elementId);
  const next = 'interrupting' in node && !node.interrupting ? nextTime(run, timer) : undefined;
  if (next) {
    const again = run.takeNumber();
    run.timers.set(again, { ...timer, ...next, number: again });
  }
  happen(run, node, timer);
}

/** A calendar may have changed so that it never opens again: then this time was the last, and the log says so. */
function nextTime(run: Run, timer: Timer): Due | undefined {
  try {
    return nextDue(timer, run.environment);
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    run.happenings.push({ type: 'failed', elementId: timer.elementId, scope: timer.scope });
    return undefined;
  }
}

function deliver(run: Run, number: number, variables: Variables): void {
  const subscription = run.subscriptions.get(number);
  if (!subscription) throw new EngineError('subscription-unknown', { subscription: number });
  writeVariables(run, subscription.scope, variables);
  happen(run, run.node(subscription.elementId), subscription);
}

/** What was waited for has come: to the element where a token waits, to what is attached to it, to an event gateway, or to a scope. */
function happen(run: Run, node: FlowNode, { scope, token: number }: { scope: number; token?: number }): void {
  const token = number === undefined ? undefined : run.tokens.get(number);
  if (!token) return fireEventSubprocess(run, node as StartEvent, scope);
  if (node.type === 'boundary-event') return fireBoundary(run, node, token);
  passCatchEvent(run, token.elementId === node.id ? token : chooseEvent(run, token, node.id));
}

/** Under a new number: what was asked of the host under the old one has had its end. */
function retry(run: Run, number: number): void {
  const token = run.tokens.get(number);
  if (!token) throw new EngineError('token-unknown', { token: number });
  const { incident, scope, elementId } = token;
  if (!incident) throw new EngineError('token-without-incident', { token: number });
  run.remove(token);
  if (incident.step === 'arrive') return run.schedule({ step: 'arrive', scope, elementId, flowId: incident.flowId });
  const again = run.takeNumber();
  run.tokens.set(again, { number: again, scope, elementId });
  for (const timer of run.timers.values())
    if (timer.token === number) run.timers.set(timer.number, { ...timer, token: again });
  for (const each of run.subscriptions.values())
    if (each.token === number) run.subscriptions.set(each.number, { ...each, token: again });
  run.schedule({ step: incident.step, token: again });
}

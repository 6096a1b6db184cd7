// An error climbs scope by scope to the nearest boundary event or event subprocess that catches it; an exact code before any code.
import type { BoundaryEvent, ElementId, StartEvent, Trigger } from './definition.ts';
import { fireBoundary } from './elements/boundary-event.ts';
import { fireEventSubprocess, interrupts } from './elements/event-subprocess.ts';
import type { Scope, Variables } from './instance.ts';
import type { LiveToken, Run } from './run.ts';
import { writeVariables } from './variables.ts';

export interface ThrownError {
  readonly code: string;
  readonly variables: Variables;
}

/** From an activity (`token`) or from an end event (its scope alone). False: nobody catches it, and nothing has changed. */
export function propagateError(run: Run, from: { token?: LiveToken; scope: number }, error: ThrownError): boolean {
  const scope = run.scope(from.scope);
  if (from.token && scope.round === undefined && caughtAtBoundary(run, from.token, error)) return true;
  if (caughtInScope(run, scope, error)) return true;
  if (scope.parent === undefined) return false;
  const token = scope.token === undefined ? undefined : run.tokens.get(scope.token);
  return propagateError(run, { token, scope: scope.parent }, error);
}

function caughtAtBoundary(run: Run, token: LiveToken, { code, variables }: ThrownError): boolean {
  const activity = run.node(token.elementId);
  const attached = 'boundary' in activity ? activity.boundary : [];
  const catching = catcher(
    attached.map((id) => run.node(id) as BoundaryEvent),
    code,
  );
  if (!catching) return false;
  writeVariables(run, token.scope, variables);
  fireBoundary(run, catching, token);
  return true;
}

/** Once an event subprocess has ended everything else in its scope, the others no longer listen: so two cannot catch each other's errors for ever. */
function caughtInScope(run: Run, scope: Scope, { code, variables }: ThrownError): boolean {
  const { eventSubprocesses = [] } =
    scope.rounds || scope.round ? {} : (run.definition.scopes.get(scope.elementId) ?? {});
  const catching = catcher(
    eventSubprocesses.map(({ startId }) => run.node(startId) as StartEvent),
    code,
  );
  if (!catching || isInterrupted(run, scope.number, eventSubprocesses)) return false;
  writeVariables(run, scope.number, variables);
  fireEventSubprocess(run, catching, scope.number);
  return true;
}

function isInterrupted(
  run: Run,
  number: number,
  inside: readonly { startId: ElementId; scopeId: ElementId }[],
): boolean {
  const interrupting = new Set(
    inside.filter(({ startId }) => interrupts(run.node(startId) as StartEvent)).map(({ scopeId }) => scopeId),
  );
  return run.scopes.values().some(({ parent, elementId }) => parent === number && interrupting.has(elementId));
}

function catcher<T extends { readonly trigger: Trigger }>(events: readonly T[], code: string): T | undefined {
  const errors = events.flatMap((event) =>
    event.trigger.type === 'error' ? [{ event, code: event.trigger.code }] : [],
  );
  return (errors.find((each) => each.code === code) ?? errors.find((each) => each.code === undefined))?.event;
}

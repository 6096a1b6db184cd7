// Boundary events: armed while a token is at the activity; an interrupting one ends that token, the other sends a token of its own.
import type { Activity, BoundaryEvent } from '../definition.ts';
import type { LiveToken, Run } from '../run.ts';
import { cancelToken } from '../scopes.ts';
import { arm } from '../waits.ts';

export function armBoundary(run: Run, token: LiveToken, { boundary }: Activity): void {
  for (const id of boundary) arm(run, id, (run.node(id) as BoundaryEvent).trigger, token.scope, token.number);
}

export function fireBoundary(run: Run, event: BoundaryEvent, token: LiveToken): void {
  run.happenings.push({ type: 'fired', elementId: event.id, scope: token.scope });
  // Whoever threw an error has nothing left to go on with.
  if (event.interrupting || event.trigger.type === 'error') cancelToken(run, token);
  run.schedule({ step: 'arrive', scope: token.scope, elementId: event.id });
}

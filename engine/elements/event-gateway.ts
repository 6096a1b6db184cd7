// An event-based gateway: all events behind it are armed for one token; the first that happens takes it, the others are gone.
import type { ElementId, Gateway } from '../definition.ts';
import type { LiveToken, Run } from '../run.ts';
import { arm } from '../waits.ts';

export function enterEventGateway(run: Run, token: LiveToken, { outgoing }: Gateway): void {
  for (const id of outgoing) {
    const target = run.node(run.flow(id).to);
    if (target.type === 'catch-event') arm(run, target.id, target.trigger, token.scope, token.number);
    if (target.type === 'receive-task') arm(run, target.id, target.message, token.scope, token.number);
  }
  run.wait(token, 'event');
}

/** The token leaves by the flow to the event that happened, and goes through the event. */
export function chooseEvent(run: Run, token: LiveToken, elementId: ElementId): LiveToken {
  run.disarm(token.number);
  run.happen('completed', token);
  const flow = run.node(token.elementId).outgoing.find((id) => run.flow(id).to === elementId);
  if (flow) run.happenings.push({ type: 'flow-taken', elementId: flow, scope: token.scope });
  run.remove(token);
  return run.place(token.scope, elementId);
}

// What of another version may stand for an element: the same kind of wait, repeated the same way, asked of the same service.
import type { Definition, ElementId, FlowNode, Loop, Trigger } from './definition.ts';

/**
 * Element of the version before → element of the one after; what is not named stands for itself. Null takes away what is armed
 * (an event at an edge, behind an event gateway, or of an event subprocess), never where a token stands. Flows are named for
 * arrivals at joins.
 */
export type Mapping = Readonly<Record<ElementId, ElementId | null>>;

/** Undefined: nothing stands for it. */
export function targetOf(
  from: Definition,
  to: Definition,
  mapping: Mapping,
  id: ElementId,
): ElementId | null | undefined {
  if (Object.hasOwn(mapping, id)) return mapping[id];
  if (id === from.processId) return to.processId;
  return isThere(to, id) ? id : undefined;
}

export const isThere = ({ nodes, scopes, flows }: Definition, id: ElementId): boolean =>
  nodes.has(id) || scopes.has(id) || flows.has(id);

/** What a token there waits for, or what is armed; of the rest the type of the element. */
export function kindOf({ processId, nodes, scopes, flows }: Definition, id: ElementId): string | undefined {
  if (id === processId) return 'process';
  const node = nodes.get(id);
  if (!node) return scopes.has(id) ? 'event-subprocess' : flows.has(id) ? 'sequence-flow' : undefined;
  switch (node.type) {
    case 'user-task':
    case 'manual-task':
      return 'user-task';
    case 'receive-task':
      return 'message';
    case 'catch-event':
      return node.trigger.type;
    case 'boundary-event':
      return `boundary-${node.trigger.type}`;
    case 'start-event':
      return `start-${node.trigger.type}`;
    default:
      return node.type;
  }
}

/** Rounds that have begun can only go on in a repetition of the same sort; when it ends may be said anew. */
export function loopOf(node: FlowNode | undefined): string {
  const loop: Loop | undefined = node && 'loop' in node ? node.loop : undefined;
  if (!loop) return '';
  if (loop.type === 'standard') return 'standard';
  const over = 'collection' in loop.over ? `list ${loop.over.elementVariable ?? ''}` : 'number';
  return [loop.sequential ? 'one-after-the-other' : 'at-once', over, loop.output ? 'gathers' : ''].join(' ');
}

/** What was asked of the host and cannot be asked of another. */
export function workOf(node: FlowNode | undefined): string {
  if (node?.type === 'service-task') return node.topic;
  return node?.type === 'call-activity' ? node.calledProcess : '';
}

export function triggerOf(node: FlowNode | undefined): Trigger | undefined {
  if (!node) return undefined;
  if (node.type === 'receive-task') return node.message;
  return 'trigger' in node ? node.trigger : undefined;
}

/** The process or subprocess that it lies in. */
export const placeOf = ({ nodes, scopes }: Definition, id: ElementId): ElementId | undefined =>
  nodes.get(id)?.scopeId ?? scopes.get(id)?.parentId;

/** Events that an event gateway arms. */
export function eventsBehind({ nodes, flows }: Definition, gatewayId: ElementId): ElementId[] {
  return (nodes.get(gatewayId)?.outgoing ?? []).flatMap((id) => {
    const to = flows.get(id)?.to;
    return to === undefined ? [] : [to];
  });
}

/** What a person may choose from, in the order of the diagram; of a flow to a join, the flows to its target. */
export function targetsFor(from: Definition, to: Definition, mapping: Mapping, id: ElementId): ElementId[] {
  const flow = from.flows.get(id);
  if (flow) return [...(to.nodes.get(targetOf(from, to, mapping, flow.to) ?? '')?.incoming ?? [])];
  const kind = kindOf(from, id);
  const node = from.nodes.get(id);
  const place = placeOf(from, id);
  const placed = place === undefined ? undefined : targetOf(from, to, mapping, place);
  const step = node?.type === 'boundary-event' ? targetOf(from, to, mapping, node.attachedTo) : undefined;
  return [...to.nodes.keys(), ...to.scopes.keys()].filter((other, at, all) => {
    if (all.indexOf(other) !== at || kindOf(to, other) !== kind || placeOf(to, other) !== placed) return false;
    const target = to.nodes.get(other);
    if (target?.type === 'boundary-event') return target.attachedTo === step;
    return loopOf(target) === loopOf(node) && workOf(target) === workOf(node);
  });
}

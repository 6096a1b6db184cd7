// Joins count arrivals by incoming flow. A parallel join fires with one of each; an inclusive join when nothing alive can bring more.
import type { ElementId, FlowNode, Gateway } from './definition.ts';
import type { Arrival } from './instance.ts';
import type { Run } from './run.ts';

export function isJoin(node: FlowNode): node is Gateway {
  return (node.type === 'parallel-gateway' || node.type === 'inclusive-gateway') && node.incoming.length > 1;
}

/** One more along this flow. What is too many stays for the next time. */
export function arriveAtJoin(run: Run, scope: number, gateway: Gateway, flowId: ElementId): void {
  const same = (arrival: Arrival) => arrival.scope === scope && arrival.flowId === flowId;
  const before = run.arrivals.find(same);
  if (before) run.arrivals = run.arrivals.map((each) => (same(each) ? { ...each, count: each.count + 1 } : each));
  else run.arrivals.push({ scope, gatewayId: gateway.id, flowId, count: 1 });
  run.thinned.add(scope);
  if (gateway.type === 'parallel-gateway' && arrivedAlong(run, scope, gateway.id).size === gateway.incoming.length)
    fire(run, scope, gateway);
}

/** Of an instance that has come into another version: fires one parallel join that has all it waits for, if there is one. */
export function fireParallelJoin(run: Run): boolean {
  for (const { scope, gatewayId } of run.arrivals) {
    const gateway = run.node(gatewayId) as Gateway;
    if (gateway.type !== 'parallel-gateway') continue;
    if (arrivedAlong(run, scope, gatewayId).size < gateway.incoming.length) continue;
    fire(run, scope, gateway);
    return true;
  }
  return false;
}

/**
 * Fires one inclusive join that is ready, if there is one. Asked when nothing can move of itself, so after arrivals as well as
 * after the death of a token somewhere else.
 */
export function fireInclusiveJoin(run: Run): boolean {
  for (const { scope, gatewayId } of run.arrivals) {
    const gateway = run.node(gatewayId) as Gateway;
    if (gateway.type !== 'inclusive-gateway' || !isReady(run, scope, gateway)) continue;
    fire(run, scope, gateway);
    return true;
  }
  return false;
}

/**
 * Ready, by the specification: no token of the scope can come along a flow that still lacks one, unless it could come as well along
 * a flow that has one. Paths through the join itself do not count: what goes there has left it first.
 */
function isReady(run: Run, scope: number, gateway: Gateway): boolean {
  const marked = arrivedAlong(run, scope, gateway.id);
  const unmarked = gateway.incoming.filter((id) => !marked.has(id));
  if (unmarked.length === 0) return true;
  const leadToUnmarked = leadingTo(run, gateway.id, unmarked);
  const leadToMarked = leadingTo(run, gateway.id, [...marked]);
  const blocks = (position: ElementId) => leadToUnmarked.has(position) && !leadToMarked.has(position);
  for (const token of run.tokens.values()) if (token.scope === scope && blocks(token.elementId)) return false;
  return !run.arrivals.some(
    (arrival) => arrival.scope === scope && arrival.gatewayId !== gateway.id && blocks(arrival.gatewayId),
  );
}

/** Elements from which a token can come to one of these flows: walked backward, each element once, never through the join. */
function leadingTo(run: Run, join: ElementId, flows: readonly ElementId[]): Set<ElementId> {
  const found = new Set<ElementId>();
  const open = flows.map((id) => run.flow(id).from);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    if (id === join) continue;
    const node = run.node(id);
    for (const flow of node.incoming) open.push(run.flow(flow).from);
    // A token at an activity may go on from what is attached to it.
    if (node.type === 'boundary-event') open.push(node.attachedTo);
  }
  return found;
}

function arrivedAlong(run: Run, scope: number, gatewayId: ElementId): Set<ElementId> {
  const arrived = run.arrivals.filter((each) => each.scope === scope && each.gatewayId === gatewayId);
  return new Set(arrived.map(({ flowId }) => flowId));
}

/** Takes one arrival of every flow that has one. */
function fire(run: Run, scope: number, gateway: Gateway): void {
  run.arrivals = run.arrivals.flatMap((arrival) => {
    if (arrival.scope !== scope || arrival.gatewayId !== gateway.id) return [arrival];
    return arrival.count > 1 ? [{ ...arrival, count: arrival.count - 1 }] : [];
  });
  run.finish(run.place(scope, gateway.id));
}

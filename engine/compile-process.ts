// Compiles one process of a diagram into the graph that the engine walks.
import { compileActivity } from './compile-activity.ts';
import { compileEvent } from './compile-event.ts';
import { compileFlows, type Connections } from './compile-flows.ts';
import { compileGateway } from './compile-gateway.ts';
import { compileScope, isStart } from './compile-scope.ts';
import { dueOf, wordsByLanguage } from './compile-settings.ts';
import type { Compiling } from './compiling.ts';
import type { Definition, ElementId, FlowNode, ThrowEvent } from './definition.ts';
import { childOf, idOf, isA, wordsOf, type DiagramElement } from './diagram-element.ts';
import { gatherElements, type GatheredScope } from './gather-elements.ts';
import { nodeFacts } from './node-facts.ts';
import { resolveLinks } from './resolve-links.ts';

export function compileProcess(compiling: Compiling, process: DiagramElement): Definition {
  const scopes = gatherElements(compiling, process);
  const { jumps, catching } = resolveLinks(compiling, scopes);
  const connections = compileFlows(compiling, scopes, jumps);
  const nodes = new Map<ElementId, FlowNode>();
  const byId = new Map(scopes.flatMap((scope) => scope.nodes.map((node) => [idOf(node), node] as const)));
  for (const scope of scopes) {
    const boundaries = boundariesIn(scope);
    for (const element of scope.nodes) {
      const facts = nodeFacts(element, scope.id, connections);
      const node = isA(element, 'bpmn:Event')
        ? compileEvent(compiling, element, facts)
        : isA(element, 'bpmn:Gateway')
          ? compileGateway(compiling, element, facts, ...leaving(facts.outgoing, connections, byId))
          : compileActivity(compiling, element, facts, boundaries.get(element) ?? []);
      if (node) nodes.set(node.id, node);
    }
  }
  for (const { link, scopeId } of catching) {
    const passed: ThrowEvent = {
      type: 'throw-event',
      ...nodeFacts(link, scopeId, connections),
      result: { type: 'none' },
    };
    nodes.set(passed.id, passed);
  }
  const starts = [...nodes.values()].filter(isStart);
  return {
    processId: idOf(process),
    name: wordsOf(process, 'name') ?? idOf(process),
    scopes: new Map(scopes.map((scope) => [scope.id, compileScope(compiling, scope, scopes, starts)])),
    nodes,
    flows: connections.flows,
    ...promiseOf(compiling, process),
  };
}

/** The arrows that leave a gateway, and what they reach. */
function leaving(outgoing: readonly ElementId[], { flows }: Connections, byId: ReadonlyMap<ElementId, DiagramElement>) {
  const left = outgoing.flatMap((id) => flows.get(id) ?? []);
  return [left, left.flatMap(({ to }) => byId.get(to) ?? [])] as const;
}

function boundariesIn({ nodes }: GatheredScope): ReadonlyMap<DiagramElement, readonly ElementId[]> {
  const boundaries = new Map<DiagramElement, ElementId[]>();
  for (const event of nodes.filter((node) => isA(node, 'bpmn:BoundaryEvent'))) {
    const host = childOf(event, 'attachedToRef');
    if (host) boundaries.set(host, [...(boundaries.get(host) ?? []), idOf(event)]);
  }
  return boundaries;
}

function promiseOf(compiling: Compiling, process: DiagramElement): Pick<Definition, 'promise'> {
  const words = wordsByLanguage(process, 'rida:Promise');
  const within = dueOf(compiling, process);
  return words || within ? { promise: { words: words ?? {}, ...(within ? { within } : {}) } } : {};
}

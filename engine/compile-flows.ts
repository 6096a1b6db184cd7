// Compiles the arrows: who follows whom, under which condition; a pair of links is a plain jump.
import { feelIn, refuse, type Compiling } from './compiling.ts';
import type { ElementId, SequenceFlow } from './definition.ts';
import { childOf, childrenOf, idOf, isA, wordsOf, type DiagramElement } from './diagram-element.ts';
import type { GatheredScope } from './gather-elements.ts';

export interface Connections {
  readonly flows: ReadonlyMap<ElementId, SequenceFlow>;
  readonly incoming: ReadonlyMap<ElementId, readonly ElementId[]>;
  readonly outgoing: ReadonlyMap<ElementId, readonly ElementId[]>;
}

/** `jumps`: from a throwing link to what its arrows reach in its place. */
export function compileFlows(
  compiling: Compiling,
  scopes: readonly GatheredScope[],
  jumps: ReadonlyMap<ElementId, ElementId>,
): Connections {
  const flows = new Map<ElementId, SequenceFlow>();
  const incoming = new Map<ElementId, ElementId[]>();
  const outgoing = new Map<ElementId, ElementId[]>();
  for (const { nodes, links, flows: arrows } of scopes) {
    const here = new Set([...nodes, ...links]);
    for (const arrow of arrows) {
      const flow = compileFlow(compiling, arrow, here, jumps);
      if (!flow) continue;
      flows.set(flow.id, flow);
      incoming.set(flow.to, [...(incoming.get(flow.to) ?? []), flow.id]);
      outgoing.set(flow.from, [...(outgoing.get(flow.from) ?? []), flow.id]);
    }
    for (const node of nodes) sortOutgoing(node, outgoing);
  }
  return { flows, incoming, outgoing };
}

/** Conditions are asked in the order that the modeller sees and changes; tools that keep none have that of the file. */
function sortOutgoing(node: DiagramElement, outgoing: Map<ElementId, ElementId[]>): void {
  const order = new Map(childrenOf(node, 'outgoing').map((flow, index) => [idOf(flow), index]));
  outgoing.get(idOf(node))?.sort((a, b) => (order.get(a) ?? order.size) - (order.get(b) ?? order.size));
}

function compileFlow(
  compiling: Compiling,
  arrow: DiagramElement,
  here: ReadonlySet<DiagramElement>,
  jumps: ReadonlyMap<ElementId, ElementId>,
): SequenceFlow | undefined {
  const source = childOf(arrow, 'sourceRef');
  const target = childOf(arrow, 'targetRef');
  if (!source || !target) return refuse(compiling, 'flow-loose', arrow);
  if (!here.has(source) || !here.has(target)) return refuse(compiling, 'flow-crosses-border', arrow);
  if (jumps.has(idOf(source))) return refuse(compiling, 'link-throw-goes-on', source);
  if (isA(target, 'bpmn:StartEvent')) return refuse(compiling, 'flow-into-start', arrow);
  if (isA(target, 'bpmn:BoundaryEvent')) return refuse(compiling, 'flow-into-boundary', arrow);
  if (isA(source, 'bpmn:EndEvent')) return refuse(compiling, 'flow-out-of-end', arrow);
  const name = wordsOf(arrow, 'name');
  const condition = conditionOf(compiling, arrow, source);
  return {
    id: idOf(arrow),
    ...(name === undefined ? {} : { name }),
    from: idOf(source),
    to: jumps.get(idOf(target)) ?? idOf(target),
    ...(condition === undefined ? {} : { condition }),
  };
}

function conditionOf(compiling: Compiling, arrow: DiagramElement, source: DiagramElement): string | undefined {
  const expression = childOf(arrow, 'conditionExpression');
  const words = expression && wordsOf(expression, 'body');
  if (!expression || words === undefined) return undefined;
  if (!isA(source, 'bpmn:Activity', 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:ComplexGateway'))
    return refuse(compiling, 'condition-misplaced', arrow);
  if (childOf(source, 'default') === arrow) return refuse(compiling, 'default-with-condition', arrow);
  return feelIn(compiling, expression, 'body', arrow, 'condition-not-understood');
}

/** The default flow, where it is one of the node's own. */
export function defaultFlow(
  compiling: Compiling,
  element: DiagramElement,
  outgoing: readonly ElementId[],
): { readonly defaultFlow?: ElementId } {
  const flow = childOf(element, 'default');
  if (!flow) return {};
  if (outgoing.includes(idOf(flow))) return { defaultFlow: idOf(flow) };
  refuse(compiling, 'default-elsewhere', element, { flow: idOf(flow) });
  return {};
}

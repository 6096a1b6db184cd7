// What every node of the graph has, whatever it is.
import type { ElementId, FlowNode } from './definition.ts';
import type { Connections } from './compile-flows.ts';
import { idOf, wordsOf, type DiagramElement } from './diagram-element.ts';

export type NodeFacts = Pick<FlowNode, 'id' | 'name' | 'scopeId' | 'incoming' | 'outgoing'>;

export function nodeFacts(element: DiagramElement, scopeId: ElementId, { incoming, outgoing }: Connections): NodeFacts {
  const id = idOf(element);
  const name = wordsOf(element, 'name');
  return {
    id,
    ...(name === undefined ? {} : { name }),
    scopeId,
    incoming: incoming.get(id) ?? [],
    outgoing: outgoing.get(id) ?? [],
  };
}

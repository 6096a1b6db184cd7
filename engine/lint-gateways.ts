// Finds diamonds that do nothing, and those that do two things at once.
import { isA } from './diagram-element.ts';
import { fault, type Fault } from './fault-codes.ts';
import type { Ways } from './lint-graph.ts';

export function lintGateways({ places }: Ways): readonly Fault[] {
  return [...places.values()]
    .filter(({ element }) => isA(element, 'bpmn:Gateway'))
    .flatMap(({ id, incoming, outgoing }) => {
      if (incoming.length === 1 && outgoing.length === 1) return [fault('gateway-superfluous', id)];
      if (incoming.length > 1 && outgoing.length > 1) return [fault('gateway-joins-and-splits', id)];
      return [];
    });
}

// Finds diamonds that do nothing or two things at once, and arrows that are drawn twice.
import { isA } from './diagram-element.ts';
import { fault, type Fault } from './fault-codes.ts';
import { isFlow, type Ways } from './lint-graph.ts';

export function lintGateways({ places }: Ways): readonly Fault[] {
  return [...places.values()].flatMap(({ id, element, incoming, outgoing }) => {
    const faults = outgoing
      .filter(isFlow)
      .filter(({ to, condition }, index, all) =>
        all.slice(0, index).some((other) => other.to === to && other.condition === condition),
      )
      .map((flow) => fault('flow-twice', flow.id));
    if (!isA(element, 'bpmn:Gateway')) return faults;
    if (incoming.length === 1 && outgoing.length === 1) return [...faults, fault('gateway-superfluous', id)];
    if (incoming.length > 1 && outgoing.length > 1) return [...faults, fault('gateway-joins-and-splits', id)];
    return faults;
  });
}

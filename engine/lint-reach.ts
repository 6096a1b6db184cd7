// Finds what no case will ever come to, and where a case stops without an end.
import { isA } from './diagram-element.ts';
import { fault, type Fault } from './fault-codes.ts';
import { isFlow, waysFrom, type Ways } from './lint-graph.ts';

export function lintReach(ways: Ways): readonly Fault[] {
  const { places, starts, scopeId } = ways;
  const faults: Fault[] = [];
  const reached = new Set([...starts, ...[...waysFrom(ways, starts)].map(({ to }) => to)]);
  for (const { id, element, outgoing } of places.values()) {
    // Without a start everything would be unreachable: that has been said of the scope.
    if (starts.length > 0 && !reached.has(id)) faults.push(fault('unreachable', id));
    const goesOn = outgoing.some(isFlow);
    if (!goesOn && !isA(element, 'bpmn:EndEvent')) faults.push(fault('dead-end', id));
  }
  const ends = [...places.values()].some(({ element }) => isA(element, 'bpmn:EndEvent'));
  if (places.size > 0 && !ends) faults.push(fault('end-missing', scopeId));
  return faults;
}

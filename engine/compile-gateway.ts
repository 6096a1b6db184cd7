// Compiles the diamonds of a diagram.
import { defaultFlow } from './compile-flows.ts';
import { refuse, type Compiling } from './compiling.ts';
import type { Gateway, SequenceFlow } from './definition.ts';
import { idOf, isA, saysYes, type DiagramElement } from './diagram-element.ts';
import type { NodeFacts } from './node-facts.ts';

const types: Readonly<Record<string, Gateway['type']>> = {
  'bpmn:ExclusiveGateway': 'exclusive-gateway',
  'bpmn:ParallelGateway': 'parallel-gateway',
  'bpmn:InclusiveGateway': 'inclusive-gateway',
  'bpmn:EventBasedGateway': 'event-gateway',
};

export function compileGateway(
  compiling: Compiling,
  element: DiagramElement,
  facts: NodeFacts,
  leaving: readonly SequenceFlow[],
  reached: readonly DiagramElement[],
): Gateway | undefined {
  const type = types[element.$type];
  if (!type) return refuse(compiling, 'complex-gateway-not-executed', element);
  if (type === 'parallel-gateway') return { type, ...facts };
  if (type === 'event-gateway') {
    if (saysYes(element, 'instantiate')) refuse(compiling, 'starting-gateway-not-executed', element);
    for (const target of reached)
      if (!isA(target, 'bpmn:IntermediateCatchEvent', 'bpmn:ReceiveTask'))
        refuse(compiling, 'event-gateway-target', target);
    return { type, ...facts };
  }
  const fallback = defaultFlow(compiling, element, facts.outgoing);
  if (leaving.length > 1)
    for (const flow of leaving)
      if (flow.condition === undefined && flow.id !== fallback.defaultFlow)
        refuse(compiling, 'condition-missing', flow.id, { gateway: idOf(element) });
  return { type, ...facts, ...fallback };
}

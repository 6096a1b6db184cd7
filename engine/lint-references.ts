// Finds units, forms, services and processes that a diagram names and the organisation does not have.
import { isFeel } from './compiling.ts';
import { childrenOf, idOf, isA, wordsOf, childOf, type DiagramElement } from './diagram-element.ts';
import { fault, type Fault, type FaultCode } from './fault-codes.ts';
import type { Ways } from './lint-graph.ts';

/** What there is; a list that is not given is not checked. */
export interface KnownNames {
  readonly units?: readonly string[];
  readonly forms?: readonly string[];
  readonly topics?: readonly string[];
  readonly processes?: readonly string[];
}

export function lintReferences(process: DiagramElement, scopes: readonly Ways[], known: KnownNames): readonly Fault[] {
  const check = (code: FaultCode, element: DiagramElement, property: string, names?: readonly string[]): Fault[] => {
    const name = wordsOf(element, property);
    if (names === undefined || name === undefined || isFeel(name) || names.includes(name)) return [];
    return [fault(code, idOf(element), { name })];
  };
  const steps = scopes.flatMap(({ places }) => [...places.values()].map(({ element }) => element));
  return [
    ...lanesOf(process).flatMap((lane) =>
      check('unit-unknown', lane, wordsOf(lane, 'unit') === undefined ? 'name' : 'unit', known.units),
    ),
    ...steps.flatMap((step) => [
      ...(isA(step, 'bpmn:Activity') ? check('unit-unknown', step, 'unit', known.units) : []),
      ...(isA(step, 'bpmn:Activity') ? check('form-unknown', step, 'form', known.forms) : []),
      ...(isA(step, 'bpmn:ServiceTask') ? check('topic-unknown', step, 'topic', known.topics) : []),
      ...(isA(step, 'bpmn:CallActivity')
        ? check('called-process-unknown', step, 'calledElement', known.processes)
        : []),
    ]),
  ];
}

/** A lane that only groups others is nobody's. */
function lanesOf(process: DiagramElement): readonly DiagramElement[] {
  const lanes: DiagramElement[] = [];
  const walk = (set: DiagramElement): void => {
    for (const lane of childrenOf(set, 'lanes')) {
      const inner = childOf(lane, 'childLaneSet');
      if (!inner || wordsOf(lane, 'unit') !== undefined) lanes.push(lane);
      if (inner) walk(inner);
    }
  };
  childrenOf(process, 'laneSets').forEach(walk);
  return lanes;
}

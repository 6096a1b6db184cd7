// Says how two versions of a diagram differ, element by element, for somebody who reads and not for a machine that patches.
import { canonicalDiagram, type Canonical } from './canonical-diagram.ts';
import type { ElementId } from './definition.ts';
import { childOf, childrenOf, idOf, isA, partsOf, wordsOf, type DiagramElement } from './diagram-element.ts';
import { unitOfLane } from './unit-of-lane.ts';

export interface DiagramChange {
  readonly elementId: ElementId;
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  /** Such as `bpmn:UserTask`. */
  readonly type: string;
  readonly name?: string;
  /** Of what changed: each property by its name in the format, as it was and as it is. */
  readonly properties: readonly {
    readonly property: string;
    readonly before?: Canonical;
    readonly after?: Canonical;
  }[];
}

export function compareDiagrams(before: DiagramElement, after: DiagramElement): readonly DiagramChange[] {
  const old = readableElements(before);
  const now = readableElements(after);
  const changes: DiagramChange[] = [];
  for (const [id, element] of old) if (!now.has(id)) changes.push(describe(id, 'removed', element.element));
  for (const [id, { element, facts, drawing }] of now) {
    const earlier = old.get(id);
    if (!earlier) changes.push(describe(id, 'added', element));
    else {
      const properties = differences(earlier.facts, facts);
      if (properties.length > 0) changes.push(describe(id, 'changed', element, properties));
      else if (earlier.drawing !== drawing) changes.push(describe(id, 'moved', element));
    }
  }
  return changes;
}

const describe = (
  elementId: ElementId,
  change: DiagramChange['change'],
  element: DiagramElement,
  properties: DiagramChange['properties'] = [],
): DiagramChange => {
  const name = wordsOf(element, 'name');
  return { elementId, change, type: element.$type, ...(name === undefined ? {} : { name }), properties };
};

interface Readable {
  readonly element: DiagramElement;
  readonly facts: Readonly<Record<string, Canonical>>;
  /** Where it is drawn, as text to compare. */
  readonly drawing: string;
}

/** What has a place in the drawing or a name of its own; everything else is part of one of these. */
const isReadable = (element: DiagramElement): boolean =>
  isA(
    element,
    'bpmn:Process',
    'bpmn:Participant',
    'bpmn:Lane',
    'bpmn:FlowElement',
    'bpmn:MessageFlow',
    'bpmn:Artifact',
    'bpmn:Message',
    'bpmn:Signal',
    'bpmn:Error',
    'bpmn:Escalation',
  );

function readableElements(diagram: DiagramElement): ReadonlyMap<ElementId, Readable> {
  const drawings = drawingsIn(diagram);
  const units = unitsIn(diagram);
  const found = new Map<ElementId, Readable>();
  const walk = (element: DiagramElement): void => {
    if (isReadable(element) && idOf(element) !== '') {
      const id = idOf(element);
      const unit = units.get(id);
      const facts = { ...factsOf(element), ...(unit === undefined ? {} : { lane: unit }) };
      found.set(id, { element, facts, drawing: drawings.get(id) ?? '' });
    }
    partsOf(element).forEach(walk);
  };
  childrenOf(diagram, 'rootElements').forEach(walk);
  return found;
}

/** Its own words without those of the elements in it; who stands in a lane is said by the steps, what leads in and out by the arrows. */
function factsOf(element: DiagramElement): Readonly<Record<string, Canonical>> {
  const apart = ['bpmn:id', 'bpmn:incoming', 'bpmn:outgoing', 'bpmn:flowNodeRef'];
  const facts = Object.entries(canonicalDiagram(element, isReadable));
  return Object.fromEntries(facts.filter(([property]) => !apart.includes(property)));
}

function differences(before: Readable['facts'], after: Readable['facts']): DiagramChange['properties'] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((property) => JSON.stringify(before[property]) !== JSON.stringify(after[property]))
    .map((property) => ({
      property: property.replace(/^bpmn:/, ''),
      ...(before[property] === undefined ? {} : { before: before[property] }),
      ...(after[property] === undefined ? {} : { after: after[property] }),
    }));
}

function unitsIn(diagram: DiagramElement): ReadonlyMap<ElementId, string> {
  const processes = childrenOf(diagram, 'rootElements').filter((root) => isA(root, 'bpmn:Process'));
  return new Map(
    processes.flatMap((process) => [...unitOfLane(process)].map(([step, { unit }]) => [step, unit] as const)),
  );
}

function drawingsIn(diagram: DiagramElement): ReadonlyMap<ElementId, string> {
  const drawings = new Map<ElementId, string>();
  for (const plane of childrenOf(diagram, 'diagrams').map((each) => childOf(each, 'plane')))
    for (const drawing of plane ? childrenOf(plane, 'planeElement') : []) {
      const element = childOf(drawing, 'bpmnElement');
      const where = Object.entries(canonicalDiagram(drawing)).filter(([property]) => property !== 'di:id');
      if (element) drawings.set(idOf(element), JSON.stringify(where));
    }
  return drawings;
}

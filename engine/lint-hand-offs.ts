// Finds work that belongs to nobody, and work that changes hands between units without a word on what is handed over.
import { isFeel } from './compiling.ts';
import type { ElementId } from './definition.ts';
import { extensionsOf, isA, wordsOf, type DiagramElement } from './diagram-element.ts';
import { fault, type Fault } from './fault-codes.ts';
import type { Place, Ways } from './lint-graph.ts';
import type { LaneOfStep } from './unit-of-lane.ts';

/** `publishing`: a draft may still be without units, a process in force may not. */
export function lintHandOffs(
  { places }: Ways,
  lanes: ReadonlyMap<ElementId, LaneOfStep>,
  publishing: boolean,
): readonly Fault[] {
  const unitOf = ({ id, element }: Place): string | undefined => wordsOf(element, 'unit') ?? lanes.get(id)?.unit;
  const faults: Fault[] = [];
  for (const step of [...places.values()].filter(isWorkOfPeople)) {
    const unit = unitOf(step);
    if (unit === undefined) {
      const missing = fault('unit-missing', step.id);
      faults.push(publishing ? { ...missing, severity: 'error' } : missing);
      continue;
    }
    if (isFeel(unit) || saysWhatIsHandedOver(step.element)) continue;
    const from = workBefore(places, step)
      .map(unitOf)
      .find((before) => before !== undefined && !isFeel(before) && before !== unit);
    if (from !== undefined) faults.push(fault('hand-off-without-contract', step.id, { from, to: unit }));
  }
  return faults;
}

const isWorkOfPeople = ({ element }: Place): boolean =>
  isA(element, 'bpmn:UserTask', 'bpmn:ManualTask') || element.$type === 'bpmn:Task';

const saysWhatIsHandedOver = (step: DiagramElement): boolean =>
  extensionsOf(step, 'rida:HandOff').some((contract) => wordsOf(contract, 'handedOver') !== undefined);

/** The last steps of people on every way to here; what services and gateways do in between is no hand. */
function workBefore(places: Ways['places'], step: Place): readonly Place[] {
  const found = new Set<Place>();
  const seen = new Set<ElementId>([step.id]);
  const waiting = [step];
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    for (const { from } of at.incoming) {
      const before = places.get(from);
      if (!before || seen.has(from)) continue;
      seen.add(from);
      if (isWorkOfPeople(before)) found.add(before);
      else waiting.push(before);
    }
  }
  return [...found];
}

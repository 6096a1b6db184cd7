// Finds work that belongs to nobody, and work that changes hands between units without a word on what is handed over.
import { isFeel } from './compiling.ts';
import type { ElementId } from './definition.ts';
import { extensionsOf, isA, wordsOf, type DiagramElement } from './diagram-element.ts';
import { fault, type Fault } from './fault-codes.ts';
import { labelOf, type Place, type Ways } from './lint-graph.ts';
import type { LaneOfStep } from './unit-of-lane.ts';

export function lintHandOffs({ places }: Ways, lanes: ReadonlyMap<ElementId, LaneOfStep>): readonly Fault[] {
  const unitOf = ({ id, element }: Place): string | undefined => wordsOf(element, 'unit') ?? lanes.get(id)?.unit;
  const faults: Fault[] = [];
  for (const step of [...places.values()].filter(isWorkOfPeople)) {
    const unit = unitOf(step);
    if (unit === undefined) {
      faults.push(fault('unit-missing', step.id));
      continue;
    }
    if (isFeel(unit) || saysWhatIsHandedOver(step.element)) continue;
    const giver = workBefore(places, step).find((before) => {
      const of = unitOf(before);
      return of !== undefined && !isFeel(of) && of !== unit;
    });
    // By the step: a unit may be named by its id.
    if (giver) faults.push(fault('hand-off-without-contract', step.id, { step: labelOf(giver.element) }));
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

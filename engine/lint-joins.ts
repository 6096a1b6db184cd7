// Finds parallel joins that wait for a token which may never come.
import type { ElementId } from './definition.ts';
import { isA, type DiagramElement } from './diagram-element.ts';
import { definitionsOf } from './compile-trigger.ts';
import { fault, type Fault } from './fault-codes.ts';
import { isFlow, labelOf, waysFrom, type Place, type Way, type Ways } from './lint-graph.ts';

/** The ways out of a place of which one group alone may be taken; a place that always takes all has no choice. */
function choicesOf({ element, outgoing }: Place): readonly (readonly Way[])[] {
  const flows = outgoing.filter(isFlow);
  const interruptions = outgoing.filter(({ kind }) => kind === 'interruption');
  if (isA(element, 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:EventBasedGateway'))
    return flows.map((flow) => [flow]);
  const conditional = flows.filter(({ kind }) => kind === 'conditional-flow');
  const always = flows.filter(({ kind }) => kind === 'flow');
  const normal = conditional.length > 0 ? conditional.map((flow) => [...always, flow]) : [flows];
  const beside = outgoing.filter(({ kind }) => kind === 'beside');
  return [...normal.map((group) => [...group, ...beside]), ...interruptions.map((way) => [way])];
}

/**
 * A run that takes only one way at a choice reaches some arrows into a parallel join and not the others: what waits there waits
 * for ever. A way that leads back to the choice is no such run, it chooses again; nor is one that can end the whole process.
 */
export function lintJoins(ways: Ways): readonly Fault[] {
  const joins = [...ways.places.values()].filter(
    ({ element, incoming }) => isA(element, 'bpmn:ParallelGateway') && incoming.length > 1,
  );
  if (joins.length === 0) return [];
  const normally = waysFrom(ways, ways.starts);
  const found = new Map<ElementId, Fault>();
  for (const choice of ways.places.values()) {
    const groups = choicesOf(choice);
    if (groups.length < 2) continue;
    for (const group of groups) {
      const onward = waysFrom(
        ways,
        group.map(({ to }) => to),
      );
      const places = [...group, ...onward].map(({ to }) => to);
      if (places.includes(choice.id) || places.some((id) => endsEverything(ways.places.get(id)?.element))) continue;
      const others = new Set(groups.flat().filter((way) => !group.includes(way)));
      const taken = waysFrom(ways, ways.starts, (way) => !others.has(way));
      for (const { id, incoming } of joins) {
        const expected = incoming.filter((way) => normally.has(way));
        const come = expected.filter((way) => taken.has(way)).length;
        if (come > 0 && come < expected.length && !found.has(id))
          found.set(id, fault('join-can-wait-forever', id, { split: labelOf(choice.element) }));
      }
    }
  }
  return [...found.values()];
}

const endsEverything = (element: DiagramElement | undefined): boolean =>
  element !== undefined &&
  isA(element, 'bpmn:EndEvent') &&
  definitionsOf(element).some((each) => isA(each, 'bpmn:TerminateEventDefinition', 'bpmn:ErrorEventDefinition'));

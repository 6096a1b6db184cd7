// Finds joins that wait for a token that may never come, and merges that let several tokens of one split through.
import type { ElementId } from './definition.ts';
import { isA, type DiagramElement } from './diagram-element.ts';
import { definitionsOf } from './compile-trigger.ts';
import { fault, type Fault } from './fault-codes.ts';
import { labelOf, waysFrom, type Place, type Way, type Ways } from './lint-graph.ts';

export const lintJoins = (ways: Ways): readonly Fault[] => [...waitingForever(ways), ...mergingWithoutJoin(ways)];

const isFlow = ({ kind }: Way): boolean => kind === 'flow' || kind === 'conditional-flow';

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
function waitingForever(ways: Ways): readonly Fault[] {
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

/** Two ways of one parallel or inclusive split that meet anywhere but at a join go on as two: what follows happens twice. */
function mergingWithoutJoin(ways: Ways): readonly Fault[] {
  const found = new Map<ElementId, Fault>();
  for (const split of ways.places.values()) {
    const branches = togetherFrom(split);
    if (branches.length < 2) continue;
    const beyond = (way: Way): boolean => way.from !== split.id;
    const reached = branches.map(({ to }) => waysFrom(ways, [to], beyond));
    // A join that only one of the ways reaches joins something else, and is passed.
    const joined = new Set(
      [...ways.places.values()].filter(isJoin).flatMap(({ id, incoming }) => {
        const by = branches.filter(
          (branch, index) => branch.to === id || incoming.some((way) => reached[index]?.has(way)),
        );
        return by.length > 1 ? [id] : [];
      }),
    );
    const onward = (from: ElementId) =>
      waysFrom(ways, [from], (way) => beyond(way) && (way.from === from || !joined.has(way.from)));
    // What a join has made one goes on beside the ways that did not come to it.
    const apart = [
      ...branches.map((branch) => new Set([branch, ...(joined.has(branch.to) ? [] : onward(branch.to))])),
      ...[...joined].map(onward),
    ];
    for (const { id, element, incoming } of ways.places.values()) {
      if (incoming.length < 2 || isJoin(ways.places.get(id)) || isA(element, 'bpmn:EndEvent')) continue;
      const arrivals = apart.map((taken) => incoming.filter((way) => taken.has(way)));
      if (meetFromDifferentArrows(arrivals) && !found.has(id))
        found.set(id, fault('merge-without-join', id, { split: labelOf(split.element) }));
    }
  }
  return [...found.values()];
}

function togetherFrom({ element, outgoing }: Place): readonly Way[] {
  if (isA(element, 'bpmn:ExclusiveGateway', 'bpmn:EventBasedGateway')) return [];
  return outgoing.filter(isFlow);
}

const isJoin = (place: Place | undefined): boolean =>
  place !== undefined &&
  isA(place.element, 'bpmn:ParallelGateway', 'bpmn:InclusiveGateway') &&
  place.incoming.length > 1;

/** Where all come by the same single arrow, they have met before. */
function meetFromDifferentArrows(arrivals: readonly (readonly Way[])[]): boolean {
  const coming = arrivals.filter((arrows) => arrows.length > 0);
  return coming.length > 1 && new Set(coming.flat()).size > 1;
}

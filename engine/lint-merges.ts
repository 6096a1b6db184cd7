// Finds places where the ways of one split meet without waiting for each other: what follows happens once for each of them.
import type { ElementId } from './definition.ts';
import { isA } from './diagram-element.ts';
import { fault, type Fault } from './fault-codes.ts';
import { isFlow, isJoin, labelOf, waysFrom, type Place, type Way, type Ways } from './lint-graph.ts';

export function lintMerges(ways: Ways): readonly Fault[] {
  const all = [...ways.places.values()];
  // Ends only collect; a case that comes to one twice has ended twice nowhere.
  const merges = all.filter((at) => at.incoming.length > 1 && !isJoin(at) && !isA(at.element, 'bpmn:EndEvent'));
  if (merges.length === 0) return [];
  const joins = all.filter(isJoin);
  const found = new Map<ElementId, Fault>();
  for (const split of all) {
    const branches = togetherFrom(split);
    if (branches.length < 2) continue;
    const strands = strandsOf(ways, split, branches, joins);
    for (const { id, incoming } of merges) {
      if (found.has(id)) continue;
      const coming = strands.map((taken) => incoming.filter((way) => taken.has(way))).filter((by) => by.length > 0);
      // Where all come by the same single arrow, they have met before.
      if (coming.length > 1 && new Set(coming.flat()).size > 1)
        found.set(id, fault('merge-without-join', id, { split: labelOf(split.element) }));
    }
  }
  return [...found.values()];
}

/** The ways of a place that are taken at the same time, or may be. */
const togetherFrom = ({ element, outgoing }: Place): readonly Way[] =>
  isA(element, 'bpmn:ExclusiveGateway', 'bpmn:EventBasedGateway') ? [] : outgoing.filter(isFlow);

/**
 * The tokens of a split: one for each branch as far as a join where it meets another, and from there on the one that the join
 * has made of them. A join to which only one of them comes joins something else and is passed.
 */
function strandsOf(
  ways: Ways,
  split: Place,
  branches: readonly Way[],
  joins: readonly Place[],
): readonly ReadonlySet<Way>[] {
  let meeting = new Set(joins.map(({ id }) => id));
  for (;;) {
    const onward = (from: ElementId): ReadonlySet<Way> =>
      waysFrom(ways, [from], (way) => way.from !== split.id && (way.from === from || !meeting.has(way.from)));
    const strands: ReadonlySet<Way>[] = branches.map(
      (branch) => new Set([branch, ...(meeting.has(branch.to) ? [] : onward(branch.to))]),
    );
    const after = new Map([...meeting].map((id) => [id, onward(id)]));
    const met = joins.filter(({ id, incoming }) => {
      const comes = (strand: ReadonlySet<Way>): boolean => incoming.some((way) => strand.has(way));
      return meeting.has(id) && [...strands, ...after.values()].filter(comes).length > 1;
    });
    if (met.length === meeting.size) return [...strands, ...after.values()];
    meeting = new Set(met.map(({ id }) => id));
  }
}

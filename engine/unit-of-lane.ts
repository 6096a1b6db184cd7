// Says for every step in a lane whose work it is: by the code of the lane's unit, or by the lane's name where it has none.
import type { ElementId } from './definition.ts';
import { childOf, childrenOf, idOf, isA, wordsOf, type DiagramElement } from './diagram-element.ts';

export interface LaneOfStep {
  readonly laneId: ElementId;
  readonly unit: string;
}

/** Lanes in lanes: the innermost that says something counts. A step in a subprocess stands in the lane of the subprocess. */
export function unitOfLane(process: DiagramElement): ReadonlyMap<ElementId, LaneOfStep> {
  const lanes = new Map<ElementId, LaneOfStep>();
  const walk = (lane: DiagramElement, outer?: LaneOfStep): void => {
    const unit = wordsOf(lane, 'unit') ?? wordsOf(lane, 'name');
    const said = unit === undefined ? outer : { laneId: idOf(lane), unit };
    if (said) for (const node of childrenOf(lane, 'flowNodeRef')) spread(node, said);
    const inner = childOf(lane, 'childLaneSet');
    if (inner) for (const each of childrenOf(inner, 'lanes')) walk(each, said);
  };
  const spread = (node: DiagramElement, said: LaneOfStep): void => {
    lanes.set(idOf(node), said);
    if (isA(node, 'bpmn:SubProcess')) for (const inside of childrenOf(node, 'flowElements')) spread(inside, said);
  };
  for (const set of childrenOf(process, 'laneSets')) for (const lane of childrenOf(set, 'lanes')) walk(lane);
  return lanes;
}

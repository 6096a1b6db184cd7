// The ways through one process or subprocess as the modelling rules walk them.
import { compileFlows } from './compile-flows.ts';
import type { Compiling } from './compiling.ts';
import type { ElementId } from './definition.ts';
import { childOf, idOf, isA, wordsOf, type DiagramElement } from './diagram-element.ts';
import { gatherElements } from './gather-elements.ts';
import { resolveLinks } from './resolve-links.ts';

/** An arrow, or the step from an activity to an event at its edge. */
export interface Way {
  readonly id: ElementId;
  readonly from: ElementId;
  readonly to: ElementId;
  readonly kind: 'flow' | 'conditional-flow' | 'interruption' | 'beside';
}

export interface Place {
  readonly id: ElementId;
  readonly element: DiagramElement;
  readonly incoming: readonly Way[];
  readonly outgoing: readonly Way[];
}

export interface Ways {
  readonly scopeId: ElementId;
  readonly scope: DiagramElement;
  readonly places: ReadonlyMap<ElementId, Place>;
  readonly starts: readonly ElementId[];
}

/** What is wrong with the arrows themselves the compiler has said. */
const quiet = (): Compiling => ({
  faults: [],
  unitOfLane: new Map(),
  messagesIn: new Map(),
  messagesOut: new Map(),
});

export function waysThrough(process: DiagramElement): readonly Ways[] {
  const compiling = quiet();
  const scopes = gatherElements(compiling, process);
  const { jumps, catching } = resolveLinks(compiling, scopes);
  const { flows } = compileFlows(compiling, scopes, jumps);
  const all: Way[] = [...flows.values()].map(({ id, from, to, condition }) => ({
    id,
    from,
    to,
    kind: condition === undefined ? 'flow' : 'conditional-flow',
  }));
  for (const boundary of scopes.flatMap(({ nodes }) => nodes).filter((node) => isA(node, 'bpmn:BoundaryEvent'))) {
    const host = childOf(boundary, 'attachedToRef');
    const kind = boundary.get('cancelActivity') === false ? 'beside' : 'interruption';
    if (host) all.push({ id: idOf(boundary), from: idOf(host), to: idOf(boundary), kind });
  }
  const leaving = Map.groupBy(all, ({ from }) => from);
  const coming = Map.groupBy(all, ({ to }) => to);
  return scopes.map(({ id: scopeId, element: scope, nodes }) => {
    const links = catching.flatMap(({ link, scopeId: of }) => (of === scopeId ? [link] : []));
    const places = new Map<ElementId, Place>();
    for (const element of [...nodes, ...links]) {
      const id = idOf(element);
      places.set(id, { id, element, incoming: coming.get(id) ?? [], outgoing: leaving.get(id) ?? [] });
    }
    const starts = nodes.filter((node) => isA(node, 'bpmn:StartEvent')).map(idOf);
    return { scopeId, scope, places, starts };
  });
}

/** The ways taken from these places on, as long as `open` says so. */
export function waysFrom(
  { places }: Ways,
  from: readonly ElementId[],
  open: (way: Way) => boolean = () => true,
): ReadonlySet<Way> {
  const taken = new Set<Way>();
  const seen = new Set(from);
  const waiting = [...from];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const way of places.get(at)?.outgoing ?? []) {
      if (!open(way) || taken.has(way)) continue;
      taken.add(way);
      if (!seen.has(way.to)) waiting.push(way.to);
      seen.add(way.to);
    }
  }
  return taken;
}

/** How a person finds a place in the diagram: by its words, where it has some. */
export const labelOf = (element: DiagramElement): string => wordsOf(element, 'name') ?? idOf(element);

export const isFlow = ({ kind }: Way): boolean => kind === 'flow' || kind === 'conditional-flow';

/** Where tokens wait for each other; a diamond without a sign lets each through. */
export const isJoin = ({ element, incoming }: Place): boolean =>
  incoming.length > 1 && isA(element, 'bpmn:ParallelGateway', 'bpmn:InclusiveGateway');

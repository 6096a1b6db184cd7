// The oracle: what a graph means as a Petri net, played without knowing the engine.
import type { ElementId } from '../definition.ts';
import type { Arrow, Graph } from './graph.ts';

/** A place is an arrow (`a-b`) or a task at work (`at T`). Marked with how many tokens. */
export type Marking = ReadonlyMap<string, number>;

export interface Transition {
  /** A person completes this task and chooses; absent: it happens of itself. */
  readonly label?: { readonly task: ElementId; readonly choice: readonly number[] };
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** A task with the gateway behind it that its person decides, and for an inclusive one the join that ends it. */
export interface Decision {
  readonly task: ElementId;
  readonly gateway: ElementId;
  readonly join?: ElementId;
}

export function toNet(graph: Graph, decisions: readonly Decision[]): Transition[] {
  const into = (id: ElementId): Arrow[] => graph.arrows.filter(({ to }) => to === id);
  const outOf = (id: ElementId): Arrow[] => graph.arrows.filter(({ from }) => from === id);
  const ids = (arrows: readonly Arrow[]): string[] => arrows.map(({ id }) => id);
  const decided = new Map(decisions.map((decision) => [decision.task, decision]));
  const written = new Set(decisions.flatMap(({ gateway, join }) => [gateway, join]));
  const transitions: Transition[] = [];
  for (const [id, kind] of graph.nodes) {
    if (written.has(id)) continue;
    if (kind === 'task') {
      for (const arrow of into(id)) transitions.push({ from: [arrow.id], to: [`at ${id}`] });
      const decision = decided.get(id);
      if (decision)
        transitions.push(...decide(decision, outOf(decision.gateway), decision.join ? into(decision.join) : undefined));
      else transitions.push({ label: { task: id, choice: [] }, from: [`at ${id}`], to: ids(outOf(id)) });
    } else if (kind === 'and') {
      if (into(id).length > 0) transitions.push({ from: ids(into(id)), to: ids(outOf(id)) });
    } else if (kind !== 'start') {
      for (const arrow of into(id)) transitions.push({ from: [arrow.id], to: ids(outOf(id)) });
    }
  }
  return transitions;

  function decide({ task, gateway, join }: Decision, ways: Arrow[], back?: Arrow[]): Transition[] {
    if (!join || !back)
      return ways.map(({ id }, at) => ({ label: { task, choice: [at] }, from: [`at ${task}`], to: [id] }));
    return subsets(ways.length).flatMap((chosen) => {
      const memory = `chosen ${gateway} ${chosen.join()}`;
      return [
        {
          label: { task, choice: chosen },
          from: [`at ${task}`],
          to: [...chosen.map((at) => ways[at]!.id), memory],
        },
        { from: [...chosen.map((at) => back[at]!.id), memory], to: ids(outOf(join)) },
      ];
    });
  }
}

/** Everything that happens of itself has happened. Nothing where that takes suspiciously long. */
export function settle(net: readonly Transition[], marking: Marking): Marking | undefined {
  let current = marking;
  for (let steps = 0; steps < 500; steps += 1) {
    const next = net.find((transition) => !transition.label && isEnabled(transition, current));
    if (!next) return current;
    current = fire(next, current);
  }
  return undefined;
}

export function isEnabled({ from }: Transition, marking: Marking): boolean {
  return from.every((place) => (marking.get(place) ?? 0) > 0);
}

export function fire({ from, to }: Transition, marking: Marking): Marking {
  const next = new Map(marking);
  for (const place of from) next.set(place, next.get(place)! - 1);
  for (const place of to) next.set(place, (next.get(place) ?? 0) + 1);
  return next;
}

/** What can be compared: a net remembers besides what was chosen, an engine does not. */
export function describe(marking: Marking): string {
  return [...marking]
    .filter(([place, count]) => count > 0 && !place.startsWith('chosen '))
    .map(([place, count]) => `${place} ×${count}`)
    .sort()
    .join(', ');
}

function subsets(size: number): number[][] {
  return Array.from({ length: 2 ** size - 1 }, (_, at) =>
    Array.from({ length: size }, (__, bit) => bit).filter((bit) => ((at + 1) >> bit) & 1),
  );
}

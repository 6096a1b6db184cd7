// The tree of units with their positions: pure, so that chart, list and forms see the same order.
import type { api } from '#web/lib/api.ts';

export type Unit = Awaited<ReturnType<typeof api.organisation.listUnits>>['items'][number];
export type Position = Awaited<ReturnType<typeof api.organisation.listPositions>>['items'][number];
export type UnitNode = { unit: Unit; positions: readonly Position[]; children: readonly UnitNode[] };

/** Siblings by their order; the head first among the positions. A unit whose parent is missing stands at the top. */
export function treeOf(units: readonly Unit[], positions: readonly Position[]): UnitNode[] {
  const known = new Set(units.map((unit) => unit.id));
  const below = Map.groupBy(units, (unit) => (unit.parentId && known.has(unit.parentId) ? unit.parentId : ''));
  const held = Map.groupBy(positions, (position) => position.unitId);
  const nodesUnder = (parent: string): UnitNode[] =>
    (below.get(parent) ?? [])
      .toSorted((a, b) => a.sortOrder - b.sortOrder)
      .map((unit) => ({
        unit,
        positions: (held.get(unit.id) ?? []).toSorted((a, b) => Number(b.isHead) - Number(a.isHead)),
        children: nodesUnder(unit.id),
      }));
  return nodesUnder('');
}

export function findNode(roots: readonly UnitNode[], id: string | undefined): UnitNode | null {
  if (id === undefined) return null;
  for (const node of roots) {
    const found = node.unit.id === id ? node : findNode(node.children, id);
    if (found) return found;
  }
  return null;
}

/** From the top down to the parent. */
export function wayTo(units: readonly Unit[], id: string): Unit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const way: Unit[] = [];
  for (let at = byId.get(id)?.parentId; at; at = byId.get(at)?.parentId) {
    const unit = byId.get(at);
    if (!unit || way.includes(unit)) break;
    way.unshift(unit);
  }
  return way;
}

/** The unit itself and all below it: what it cannot be moved under. */
export function idsWithin(node: UnitNode): Set<string> {
  return new Set([node.unit.id, ...node.children.flatMap((child) => [...idsWithin(child)])]);
}

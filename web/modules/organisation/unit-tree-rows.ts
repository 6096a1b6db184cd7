// The rows of the tree as they stand under each other: each unit, its positions, then the units below it.
import type { Position, Unit, UnitNode } from './unit-tree.ts';

type Place = {
  id: string;
  /** The unit that it is, or that it belongs to. */
  unitId: string;
  parentId: string | null;
  /** 1 at the top. */
  level: number;
  /** Place among its siblings, from 1, and how many they are. */
  place: number;
  size: number;
  /** Undefined: nothing below it. */
  open: boolean | undefined;
};
export type Row = Place & ({ kind: 'unit'; unit: Unit } | { kind: 'position'; position: Position });

export function rowsOf(
  nodes: readonly UnitNode[],
  folded: ReadonlySet<string>,
  parentId: string | null = null,
  level = 1,
  before = 0,
): Row[] {
  return nodes.flatMap((node, index): Row[] => {
    const { id } = node.unit;
    const size = node.positions.length + node.children.length;
    const open = size === 0 ? undefined : !folded.has(id);
    const own: Row = {
      kind: 'unit',
      id,
      unitId: id,
      parentId,
      level,
      place: before + index + 1,
      size: before + nodes.length,
      open,
      unit: node.unit,
    };
    if (!open) return [own];
    const positions = node.positions.map((position, place): Row => ({
      kind: 'position',
      id: position.id,
      unitId: id,
      parentId: id,
      level: level + 1,
      place: place + 1,
      size,
      open: undefined,
      position,
    }));
    return [own, ...positions, ...rowsOf(node.children, folded, id, level + 1, positions.length)];
  });
}

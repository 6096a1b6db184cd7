// Where each unit of the drawn chart stands: a tidy tree, with the lowest level stacked under its parent so that it stays narrow.
import { hierarchy, tree } from 'd3-hierarchy';
import type { UnitNode } from './unit-tree.ts';

export const cardWidth = 232;
const indent = 20;
const columnGap = 24;
const levelGap = 44;
const stackGap = 14;
/** Positions shown in a card; the rest are counted. */
export const mostLines = 4;

export type Placed = { node: UnitNode; x: number; y: number; height: number };
export type Wire = { from: string; to: string; kind: 'level' | 'stack' };

/** Pixels, before the card is drawn: a name, each position, a last line. Arabic letters need taller lines. */
const sizes = { arabic: { name: 46, position: 51, more: 29 }, latin: { name: 43, position: 45, more: 26 } };

function cardHeight(node: UnitNode, arabic: boolean): number {
  const { name, position, more } = arabic ? sizes.arabic : sizes.latin;
  const count = node.positions.length;
  return name + Math.min(count, mostLines) * position + (count > mostLines ? more : 0);
}

type Spot = { node: UnitNode | null; children: Spot[] };

/** `mirrored`: the first sibling stands at the right, as an Arabic or Persian reader expects. */
export function layOut(roots: readonly UnitNode[], mirrored: boolean): { placed: Placed[]; wires: Wire[] } {
  const depth = Math.max(0, ...roots.map(depthOf));
  const spots = hierarchy<Spot>(
    { node: null, children: roots.map((root) => spotOf(root, 1, depth)) },
    (spot) => spot.children,
  );
  tree<Spot>()
    .nodeSize([cardWidth + indent + columnGap, 1])
    .separation(() => 1)(spots);

  // Those who read from right to left here read Arabic letters.
  const heightOf = (node: UnitNode) => cardHeight(node, mirrored);
  const tops = levelTops(roots, heightOf);
  const placed: Placed[] = [];
  const wires: Wire[] = [];
  const put = (node: UnitNode, x: number, y: number) =>
    placed.push({ node, x: mirrored ? -x - cardWidth : x, y, height: heightOf(node) });

  for (const spot of spots.descendants()) {
    const { node } = spot.data;
    if (!node) continue;
    const x = spot.x ?? 0;
    const y = tops[spot.depth - 1] ?? 0;
    put(node, x, y);
    if (isStack(node)) {
      let below = y + heightOf(node) + stackGap;
      for (const child of node.children) {
        put(child, x + indent, below);
        wires.push({ from: node.unit.id, to: child.unit.id, kind: 'stack' });
        below += heightOf(child) + stackGap;
      }
    } else for (const child of node.children) wires.push({ from: node.unit.id, to: child.unit.id, kind: 'level' });
  }
  return { placed, wires };
}

/** Two or more units with nothing below them are stacked. */
function isStack(node: UnitNode): boolean {
  return node.children.length > 1 && node.children.every((child) => child.children.length === 0);
}

/** A stack hangs deeper than its level: empty spots below keep neighbours from standing in its way. */
function spotOf(node: UnitNode, level: number, depth: number): Spot {
  if (!isStack(node)) return { node, children: node.children.map((child) => spotOf(child, level + 1, depth)) };
  let below: Spot[] = [];
  for (let at = depth; at > level; at -= 1) below = [{ node: null, children: below }];
  return { node, children: below };
}

function depthOf(node: UnitNode): number {
  return 1 + Math.max(0, ...node.children.map(depthOf));
}

/** The tops of the levels: each below the tallest card of the level above. */
function levelTops(roots: readonly UnitNode[], heightOf: (node: UnitNode) => number): number[] {
  const tops: number[] = [];
  let level: readonly UnitNode[] = roots;
  for (let top = 0; level.length > 0; level = level.flatMap((node) => (isStack(node) ? [] : node.children))) {
    tops.push(top);
    top += Math.max(...level.map(heightOf)) + levelGap;
  }
  return tops;
}

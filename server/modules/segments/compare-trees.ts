// What differs between two versions of the tree, segment by segment.
import { isDeepStrictEqual } from 'node:util';
import type { NodeChange } from '#contract/segments.ts';
import type { z } from 'zod';
import { pathTo, type TreeNode } from './tree.ts';

type Change = z.infer<typeof NodeChange>;
const compared = ['name', 'rule', 'servicePriority', 'needs', 'sizeRank'] as const;

/** In the order of the later one; what it no longer has comes last. */
export function compareTrees(before: readonly TreeNode[], after: readonly TreeNode[]): Change[] {
  const earlier = new Map(before.map((node) => [node.id, node]));
  const later = new Set(after.map((node) => node.id));
  const changes = after.flatMap((node): Change[] => {
    const old = earlier.get(node.id);
    if (!old) return [{ id: node.id, name: node.name, change: 'added', fields: [] }];
    const fields: Change['fields'] = compared.filter((field) => !isDeepStrictEqual(old[field], node[field]));
    if (placeOf(before, old) !== placeOf(after, node)) fields.push('place');
    return fields.length > 0 ? [{ id: node.id, name: node.name, change: 'changed', fields }] : [];
  });
  const removed = before.filter((node) => !later.has(node.id));
  return [...changes, ...removed.map(({ id, name }): Change => ({ id, name, change: 'removed', fields: [] }))];

  /** What it stands below and after, among those that both versions have: an added neighbour moves nobody. */
  function placeOf(nodes: readonly TreeNode[], node: TreeNode): string {
    const both = nodes.filter((one) => earlier.has(one.id) && later.has(one.id));
    const level = both.filter((one) => one.parentId === node.parentId).map((one) => one.id);
    const previous = level[level.indexOf(node.id) - 1] ?? '';
    return `${pathTo(nodes, node.parentId).at(-1)?.id ?? ''}/${previous}`;
  }
}

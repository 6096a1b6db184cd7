// The nodes of a version as a tree, in the order in which their rules are tried.
import type { Selectable } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import type { RuleGroup, SegmentNode } from '#contract/segments.ts';
import { on, type Context } from '#platform/context.ts';
import type { SegmentTables } from './tables.ts';

/** What a version says of a segment. */
export type TreeNode = Pick<
  SegmentNode,
  'id' | 'parentId' | 'order' | 'name' | 'servicePriority' | 'needs' | 'sizeRank'
> & {
  rule: RuleGroup;
};
export type Branch = TreeNode & { children: Branch[] };

/** Levels and segments that a tree may have: each is a part of one statement. */
export const deepestLevel = 6;
export const mostNodes = 300;

export async function nodesOf(ctx: Context, version: number): Promise<TreeNode[]> {
  const rows = await on<SegmentTables>(ctx)
    .selectFrom('segment_nodes')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .where('tree_version', '=', version)
    .execute();
  return depthFirst(branchesOf(rows.map(nodeOf)));
}

function nodeOf(row: Selectable<SegmentTables['segment_nodes']>): TreeNode {
  return {
    id: row.segment_id,
    parentId: row.parent_id,
    order: row.sort_order,
    name: row.name as LocaleText,
    rule: row.rule as RuleGroup,
    servicePriority: row.service_priority,
    needs: row.needs,
    sizeRank: row.size_rank,
  };
}

export function branchesOf(nodes: readonly TreeNode[]): Branch[] {
  const below = Map.groupBy(nodes, (node) => node.parentId);
  const branch = (parentId: string | null): Branch[] =>
    (below.get(parentId) ?? [])
      .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
      .map((node) => ({ ...node, children: branch(node.id) }));
  return branch(null);
}

function depthFirst(branches: readonly Branch[]): TreeNode[] {
  return branches.flatMap(({ children, ...node }) => [node, ...depthFirst(children)]);
}

/** The node and the ones above it, from the top. */
export function pathTo(nodes: readonly TreeNode[], id: string | null): TreeNode[] {
  const node = nodes.find((one) => one.id === id);
  return node ? [...pathTo(nodes, node.parentId), node] : [];
}

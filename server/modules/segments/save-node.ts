// Adds a segment to the draft, or changes one.
import type { LocaleText } from '#contract/common.ts';
import type { NodeInput } from '#contract/segments.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { checkRule } from './check-rule.ts';
import { draftChanged } from './draft-changed.ts';
import { segmentErrors } from './errors.ts';
import { ruleWorld } from './rule-fields.ts';
import type { SegmentTables } from './tables.ts';
import { branchesOf, deepestLevel, mostNodes, nodesOf, pathTo, type Branch, type TreeNode } from './tree.ts';
import { requireDraft } from './versions.ts';

/** At the end of its level. Throws `segment.no-draft`, `segment.not-found` (the parent), `segment.too-deep`, `segment.too-many`. */
export async function addNode(ctx: Context, input: NodeInput): Promise<string> {
  const version = await requireDraft(ctx);
  const nodes = await nodesOf(ctx, version);
  if (nodes.length >= mostNodes) throw segmentErrors.tooMany({ most: mostNodes });
  await check(ctx, nodes, input, null);
  const id = newId();
  await on<SegmentTables>(ctx)
    .insertInto('segments')
    .values({ organisation_id: ctx.organisationId, id, created_at: ctx.clock.now() })
    .execute();
  await on<SegmentTables>(ctx)
    .insertInto('segment_nodes')
    .values({
      organisation_id: ctx.organisationId,
      tree_version: version,
      segment_id: id,
      sort_order: lastOf(nodes, input.parentId),
      ...columns(input),
    })
    .execute();
  draftChanged(ctx, version, id, 'added');
  return id;
}

/** Throws `segment.no-draft`, `segment.not-found`, `segment.cycle`, `segment.too-deep`. */
export async function updateNode(ctx: Context, input: NodeInput & { id: string }): Promise<void> {
  const version = await requireDraft(ctx);
  const nodes = await nodesOf(ctx, version);
  const before = nodes.find((node) => node.id === input.id);
  if (!before) throw segmentErrors.notFound({ id: input.id });
  await check(ctx, nodes, input, before);
  await on<SegmentTables>(ctx)
    .updateTable('segment_nodes')
    .set({
      ...columns(input),
      sort_order: before.parentId === input.parentId ? before.order : lastOf(nodes, input.parentId),
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('tree_version', '=', version)
    .where('segment_id', '=', input.id)
    .execute();
  draftChanged(ctx, version, input.id, 'changed');
}

async function check(
  ctx: Context,
  nodes: readonly TreeNode[],
  input: NodeInput,
  moved: TreeNode | null,
): Promise<void> {
  checkRule(await ruleWorld(ctx), input.rule);
  if (Object.keys(cleanName(input.name)).length === 0) throw invalidField('name', 'required');
  const path = pathTo(nodes, input.parentId);
  if (input.parentId !== null && path.length === 0) throw segmentErrors.notFound({ id: input.parentId });
  if (moved && path.some((node) => node.id === moved.id)) throw segmentErrors.cycle({ id: moved.id });
  const own = moved ? height(find(branchesOf(nodes), moved.id)) : 1;
  if (path.length + own > deepestLevel) throw segmentErrors.tooDeep({ most: deepestLevel });
}

const lastOf = (nodes: readonly TreeNode[], parentId: string | null): number =>
  Math.max(0, ...nodes.filter((node) => node.parentId === parentId).map((node) => node.order)) + 1;

function find(branches: readonly Branch[], id: string): Branch | undefined {
  for (const branch of branches) {
    const found = branch.id === id ? branch : find(branch.children, id);
    if (found) return found;
  }
  return undefined;
}

const height = (branch: Branch | undefined): number =>
  branch ? 1 + Math.max(0, ...branch.children.map((child) => height(child))) : 0;

function cleanName(name: LocaleText): LocaleText {
  return Object.fromEntries(
    Object.entries(name)
      .map(([language, text]) => [language, cleanText(text ?? '')])
      .filter(([, text]) => text !== ''),
  ) as LocaleText;
}

function columns(input: NodeInput) {
  return {
    parent_id: input.parentId,
    name: JSON.stringify(cleanName(input.name)),
    rule: JSON.stringify(input.rule),
    service_priority: input.servicePriority,
    needs: input.needs.map(cleanText).filter((line) => line !== ''),
    size_rank: input.sizeRank,
  };
}

// Builders for tests: a published tree from names and rules, and customers with the traits that rules ask for.
import { sql } from 'kysely';
import type { Rule, RuleCondition, RuleGroup } from '#contract/segments.ts';
import { buildCustomer } from '#modules/customers/factory.ts';
import type { Context } from '#platform/context.ts';
import { createDraft } from './create-draft.ts';
import { placeCustomers } from './place-customers.ts';
import { publishDraft } from './publish-draft.ts';
import { addNode } from './save-node.ts';

export const all = (...rules: Rule[]): RuleGroup => ({ type: 'all', rules });
export const any = (...rules: Rule[]): RuleGroup => ({ type: 'any', rules });
export const none = (...rules: Rule[]): RuleGroup => ({ type: 'none', rules });
export const when = (
  field: string,
  operator: RuleCondition['operator'],
  values: RuleCondition['values'] = [],
  days: number | null = null,
): RuleCondition => ({ type: 'condition', field, operator, values, days });

export type WishedNode = { name: string; rule: RuleGroup; sizeRank?: number; below?: readonly WishedNode[] };

/** Adds them to the draft in their order; answers name → id. */
export async function addNodes(
  ctx: Context,
  nodes: readonly WishedNode[],
  parentId: string | null = null,
): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const { name, rule, sizeRank = null, below = [] } of nodes) {
    const id = await addNode(ctx, {
      parentId,
      name: { en: name },
      rule,
      servicePriority: 'normal',
      needs: [],
      sizeRank,
    });
    Object.assign(ids, { [name]: id }, await addNodes(ctx, below, id));
  }
  return ids;
}

/** Drafted and published at once. */
export async function buildTree(ctx: Context, nodes: readonly WishedNode[]): Promise<Record<string, string>> {
  await createDraft(ctx);
  const ids = await addNodes(ctx, nodes);
  await publishDraft(ctx, { note: null });
  return ids;
}

/** A customer with these columns of the record, placed by the tree. */
export async function buildMember(ctx: Context, traits: Record<string, string | null> = {}): Promise<string> {
  const { customerId } = await buildCustomer(ctx);
  await setTraits(ctx, customerId, traits);
  await placeCustomers(ctx, [customerId]);
  return customerId;
}

/** Changes the record without telling anybody, as time does. */
export async function setTraits(
  ctx: Context,
  customerId: string,
  traits: Record<string, string | null>,
): Promise<void> {
  for (const [column, value] of Object.entries(traits))
    await sql`update customers set ${sql.ref(column)} = ${value} where organisation_id = ${ctx.organisationId} and id = ${customerId}`.execute(
      ctx.transaction,
    );
}

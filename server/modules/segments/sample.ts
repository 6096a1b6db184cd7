// The customer tree of the sample organisation: three branches, thirteen sizes, personas for the smallest and the largest.
import type { LocaleText } from '#contract/common.ts';
import type { Rule, RuleGroup } from '#contract/segments.ts';
import { customerGroups, sampleSizeField, type CustomerViews } from '#modules/customers/index.ts';
import { asOf } from '#platform/as-of.ts';
import { on, type Context } from '#platform/context.ts';
import { createDraft } from './create-draft.ts';
import { addPersona } from './personas.ts';
import { publishDraft } from './publish-draft.ts';
import { sampleBranches, samplePersonas } from './sample/tree.ts';
import { addNode } from './save-node.ts';

type Group = (typeof customerGroups)[number];

/** After the customers: published on the day the authority was set up, and they are placed by its rules. */
export async function writeSampleTree(ctx: Context, since: Date): Promise<void> {
  const field = await on<CustomerViews>(ctx)
    .selectFrom('customer_field_briefs')
    .select('id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('key', '=', sampleSizeField)
    .executeTakeFirstOrThrow();
  const is = (name: string, ...values: string[]): Rule => ({
    type: 'condition',
    field: name,
    operator: 'is',
    values,
    days: null,
  });
  const all = (...rules: Rule[]): RuleGroup => ({ type: 'all', rules });
  await asOf(ctx, since, async (then) => {
    await createDraft(then);
    const ids = new Map<string, string>();
    // One after the other: each goes to the end of its level.
    for (const branch of sampleBranches) {
      const parentId = await add(then, branch.name, all(is('kind', ...branch.kinds), ...sizes(branch.groups)), {
        parentId: null,
        needs: branch.needs,
      });
      for (const group of branch.groups.map((key) => customerGroups.find((one) => one.key === key)!))
        ids.set(
          group.key,
          await add(then, group.name, all(is(`field:${field.id}`, group.key)), {
            parentId,
            sizeRank: group.size - 1,
            priority: group.size >= 12 ? 'high' : 'normal',
          }),
        );
    }
    await publishDraft(then, { note: null });
    for (const { segment, ...persona } of samplePersonas)
      await addPersona(then, { segmentId: ids.get(segment)!, ...persona });
  });

  /** Two branches are of companies: what parts them is their size. */
  function sizes(groups: readonly Group['key'][]): Rule[] {
    return [is(`field:${field.id}`, ...groups)];
  }
}

function add(
  ctx: Context,
  name: LocaleText,
  rule: RuleGroup,
  more: { parentId: string | null; needs?: readonly string[]; sizeRank?: number; priority?: 'normal' | 'high' },
): Promise<string> {
  return addNode(ctx, {
    parentId: more.parentId,
    name,
    rule,
    servicePriority: more.priority ?? 'normal',
    needs: [...(more.needs ?? [])],
    sizeRank: more.sizeRank ?? null,
  });
}

// How many customers a rule fits, within the segments above it in the draft: exact, while it is being written.
import { sql } from 'kysely';
import type { RuleGroup } from '#contract/segments.ts';
import type { Context } from '#platform/context.ts';
import { checkRule } from './check-rule.ts';
import { compileRule } from './compile-rule.ts';
import { ruleWorld } from './rule-fields.ts';
import { nodesOf, pathTo } from './tree.ts';
import { standingVersions } from './versions.ts';

/** The segments tried before it may take some of them: that is what the preview counts. */
export async function countMatching(
  ctx: Context,
  { rule, parentId }: { rule: RuleGroup; parentId: string | null },
): Promise<{ matching: number; customers: number }> {
  const world = await ruleWorld(ctx);
  checkRule(world, rule);
  const { draft, published } = await standingVersions(ctx);
  const version = draft ?? published;
  const above = version === null ? [] : pathTo(await nodesOf(ctx, version), parentId);
  const conditions = [...above.map((node) => node.rule), rule].map((one) => compileRule(world, one));
  const { rows } = await sql<{ matching: number; customers: number }>`
    select count(*) filter (where ${sql.join(conditions, sql` and `)})::int as matching, count(*)::int as customers
      from customer_traits c where c.organisation_id = ${ctx.organisationId}`.execute(ctx.transaction);
  return rows[0]!;
}

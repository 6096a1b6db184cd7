// Where a tree places a customer, as one SQL expression over `customer_traits as c`.
import { sql, type RawBuilder } from 'kysely';
import { compileRule } from './compile-rule.ts';
import type { RuleWorld } from './rule-fields.ts';
import type { Branch } from './tree.ts';

/** The first sibling whose rule fits decides, then the first below it; where none below fits, itself. No root: null. */
export function placementOf(
  world: RuleWorld,
  branches: readonly Branch[],
  otherwise: string | null = null,
): RawBuilder<string | null> {
  if (branches.length === 0) return sql`${otherwise}::uuid`;
  const cases = branches.map(
    (branch) => sql`when ${compileRule(world, branch.rule)} then ${placementOf(world, branch.children, branch.id)}`,
  );
  return sql`case ${sql.join(cases, sql` `)} else ${otherwise}::uuid end`;
}

// The matrix: rules in force and to come, and if wanted those that ended; of all units or of one.
import { sql } from 'kysely';
import type { AuthorityRule } from '#contract/authority.ts';
import type { Context } from '#platform/context.ts';
import { dayAt } from './read-world.ts';
import { ruleViews } from './rule.ts';

export async function listRules(
  ctx: Context,
  { unitId, ended }: { unitId?: string | undefined; ended: boolean },
): Promise<{ items: AuthorityRule[] }> {
  const day = await dayAt(ctx, ctx.clock.now());
  const living = ended ? sql`true` : sql`r.ended_at is null and coalesce(r.valid_until >= ${day}::date, true)`;
  const ofUnit = unitId
    ? sql`(r.unit_id = ${unitId} or exists (select from position_briefs q
            where q.organisation_id = r.organisation_id and q.unit_id = ${unitId} and (q.id = r.position_id or (r.position_id is null and q.is_head))))`
    : sql`true`;
  return { items: await ruleViews(ctx, sql`${living} and ${ofUnit}`) };
}

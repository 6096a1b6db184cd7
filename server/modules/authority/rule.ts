// Rules of the matrix as they are shown: with their state today and who made them.
import { sql, type RawBuilder } from 'kysely';
import type { AuthorityRule } from '#contract/authority.ts';
import type { Context } from '#platform/context.ts';
import { dayAt, withLimit } from './read-world.ts';

type Columns = Omit<AuthorityRule, 'limit'> & { minor: number | null; currency: string | null };

/** `where` names columns of `r`. By action and limit. */
export async function ruleViews(ctx: Context, where: RawBuilder<unknown>): Promise<AuthorityRule[]> {
  const day = await dayAt(ctx, ctx.clock.now());
  const { rows } = await sql<Columns>`
    select r.id, r.action_id as "actionId", r.position_id as "positionId", r.limit_minor as minor, r.currency, r.scope, r.unit_id as "unitId",
           r.valid_from as "from", r.valid_until as "until", r.made_at as "madeAt", p.name as "madeBy", r.ended_at as "endedAt",
           case when r.ended_at is not null or r.valid_until < ${day}::date then 'ended' when r.valid_from > ${day}::date then 'to-come' else 'in-force' end as state
      from authority_rules r
      left join person_briefs p on p.organisation_id = r.organisation_id and p.id = r.made_by
     where r.organisation_id = ${ctx.organisationId} and ${where}
     order by r.action_id, r.limit_minor desc nulls first, r.id limit 5000`.execute(ctx.transaction);
  return rows.map(withLimit);
}

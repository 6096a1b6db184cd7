// Delegations as they are shown: with their state, and with those of their actions that the giver has lost since.
import { sql, type RawBuilder } from 'kysely';
import type { Delegation } from '#contract/authority.ts';
import type { PersonRef } from '#contract/common.ts';
import type { Context } from '#platform/context.ts';
import { dayAt, withLimit } from './read-world.ts';

type Columns = Omit<Delegation, 'limit'> & { minor: number | null; currency: string | null };

/** `where` names columns of `d`. Newest first. */
export async function delegationViews(ctx: Context, where: RawBuilder<unknown>, limit: number): Promise<Delegation[]> {
  const day = await dayAt(ctx, ctx.clock.now());
  const { rows } = await sql<Columns & { giver: PersonRef; delegate: PersonRef }>`
    select d.id, d.position_id as "positionId", d.action_ids as "actionIds", d.limit_minor as minor, d.currency, d.unit_id as "unitId",
           d.valid_from as "from", d.valid_until as "until", d.reason, d.made_at as "madeAt", d.revoked_at as "revokedAt",
           jsonb_build_object('id', g.id, 'name', g.name) as giver, jsonb_build_object('id', t.id, 'name', t.name) as delegate,
           case when d.revoked_at is not null then 'revoked' when d.valid_until < ${day}::date then 'ended'
                when d.valid_from > ${day}::date then 'to-come' else 'in-force' end as state,
           array(select action from unnest(d.action_ids) action where not exists (
             select from authority_rules r
               join position_briefs q on q.organisation_id = r.organisation_id and q.id = d.position_id and q.person_id = d.giver_id
              where r.organisation_id = d.organisation_id and r.action_id = action and (r.position_id = q.id or (r.position_id is null and q.is_head))
                and r.ended_at is null and r.valid_from <= ${day}::date and coalesce(r.valid_until >= ${day}::date, true))) as "withoutEffect"
      from authority_delegations d
      join person_briefs g on g.organisation_id = d.organisation_id and g.id = d.giver_id
      join person_briefs t on t.organisation_id = d.organisation_id and t.id = d.delegate_id
     where d.organisation_id = ${ctx.organisationId} and ${where}
     order by d.made_at desc, d.id desc limit ${limit}`.execute(ctx.transaction);
  return rows.map(withLimit);
}

// What one has to give: the positions one holds, each with its rules in force today.
import { sql } from 'kysely';
import type { AuthorityRule } from '#contract/authority.ts';
import { actorId } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { ruleViews } from './rule.ts';

export type OwnAuthority = { positions: { positionId: string; rules: AuthorityRule[] }[] };

export async function ownAuthority(ctx: Context): Promise<OwnAuthority> {
  return { positions: await authorityOf(ctx, actorId(ctx.actor) ?? '') };
}

/** By rules only: what was delegated to somebody is not theirs to pass on. */
export async function authorityOf(ctx: Context, personId: string): Promise<OwnAuthority['positions']> {
  const { rows: held } = await sql<{ id: string; isHead: boolean }>`
    select id, is_head as "isHead" from position_briefs where organisation_id = ${ctx.organisationId} and person_id = ${personId} limit 100`.execute(
    ctx.transaction,
  );
  if (held.length === 0) return [];
  const heads = held.some(({ isHead }) => isHead);
  const rules = await ruleViews(
    ctx,
    sql`r.ended_at is null and (r.position_id = any(${held.map(({ id }) => id)}::uuid[]) or (r.position_id is null and ${heads}))
        and exists (select from authority_actions a where a.organisation_id = r.organisation_id and a.id = r.action_id and a.retired_at is null)`,
  );
  return held.map(({ id, isHead }) => ({
    positionId: id,
    rules: rules.filter(
      (rule) => rule.state === 'in-force' && (rule.positionId === null ? isHead : rule.positionId === id),
    ),
  }));
}

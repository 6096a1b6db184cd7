// Whose receipts somebody may see besides the own: heads of units those of the people in their units and below.
import { sql } from 'kysely';
import { actorId } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';

/** Units that the acting person heads, with those below, as a subquery of ids. */
const unitsHeaded = (ctx: Context) => sql`(
  with recursive below as (
    select p.unit_id as id from position_briefs p
     where p.organisation_id = ${ctx.organisationId} and p.person_id = ${actorId(ctx.actor)}::uuid and p.is_head
    union
    select u.id from below b join unit_briefs u on u.organisation_id = ${ctx.organisationId} and u.parent_id = b.id
  ) select id from below)`;

/** People who hold a position in a unit that the acting person heads, the person left out. */
export const peopleBelow = (ctx: Context) => sql`(
  select p.person_id from position_briefs p
   where p.organisation_id = ${ctx.organisationId} and p.unit_id in ${unitsHeaded(ctx)}
     and p.person_id is not null and p.person_id <> ${actorId(ctx.actor)}::uuid)`;

export async function headsUnits(ctx: Context): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`select exists (select from ${unitsHeaded(ctx)} u) as any`.execute(
    ctx.transaction,
  );
  return rows[0]?.any ?? false;
}

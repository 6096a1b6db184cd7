// Where a person stands: the roles, and the units of the positions held with all units below them.
import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

/** For rights by row. Somebody who is not there has neither roles nor units. */
export async function personStanding(ctx: Context, personId: string): Promise<{ roles: string[]; unitIds: string[] }> {
  const { rows } = await sql<{ roles: string[]; unitIds: string[] }>`
    with recursive below as (
      select unit_id as id from positions where organisation_id = ${ctx.organisationId} and person_id = ${personId}
      union
      select u.id from below b join units u on u.organisation_id = ${ctx.organisationId} and u.parent_id = b.id
    )
    select p.roles, array(select id from below) as "unitIds"
      from people p where p.organisation_id = ${ctx.organisationId} and p.id = ${personId}`.execute(ctx.keyed);
  return rows[0] ?? { roles: [], unitIds: [] };
}

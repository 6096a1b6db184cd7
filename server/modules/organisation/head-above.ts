// Finds who is responsible for a unit: its head, or the nearest head above it.
import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { errors } from './errors.ts';

type Level = { unitId: string; headId: string | null };

/** The unit and everything above it, from below upward, each with its head if that person is active. Empty when there is no such unit. */
export async function unitsUpward(ctx: Context, unitId: string): Promise<Level[]> {
  const { rows } = await sql<{ unit_id: string; head_id: string | null }>`
    with recursive upward as (
      select u.id, u.parent_id, 0 as level from units u where u.organisation_id = ${ctx.organisationId} and u.id = ${unitId}
      union all
      select u.id, u.parent_id, b.level + 1 from upward b join units u on u.organisation_id = ${ctx.organisationId} and u.id = b.parent_id
    )
    select b.id as unit_id, p.id as head_id
      from upward b
      left join positions h on h.organisation_id = ${ctx.organisationId} and h.unit_id = b.id and h.is_head
      left join people p on p.organisation_id = ${ctx.organisationId} and p.id = h.person_id and p.active
     order by b.level`.execute(ctx.transaction);
  return rows.map((row) => ({ unitId: row.unit_id, headId: row.head_id }));
}

/**
 * The head of the unit, or of the nearest unit above it whose head is there, active and not among `notPersonIds`.
 * `above: true` starts at the parent, for what must go higher than the unit that decided before. When nobody is found up to
 * the top: the top unit of that branch with `personId: null`. Throws `unit.not-found`.
 */
export async function headAbove(
  ctx: Context,
  query: { unitId: string; notPersonIds: readonly string[]; above?: boolean },
): Promise<{ unitId: string; personId: string | null }> {
  const levels = await unitsUpward(ctx, query.unitId);
  const top = levels.at(-1);
  if (!top) throw errors.unitNotFound({ id: query.unitId });
  for (const level of query.above ? levels.slice(1) : levels) {
    if (level.headId !== null && !query.notPersonIds.includes(level.headId))
      return { unitId: level.unitId, personId: level.headId };
  }
  return { unitId: top.unitId, personId: null };
}

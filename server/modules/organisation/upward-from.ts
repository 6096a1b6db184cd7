// The walk from units to all that stand above them, as a part of a statement that goes on from there.
import { sql, type RawBuilder } from 'kysely';
import type { Context } from '#platform/context.ts';

/** For `with recursive`: `upward (id, parent_id, level)`; at level 0 the units that `start` selects as `id` and `parent_id`. */
export const upwardFrom = (ctx: Context, start: RawBuilder<unknown>): RawBuilder<unknown> => sql`upward as (
      select id, parent_id, 0 as level from (${start}) as start
      union
      select u.id, u.parent_id, b.level + 1 from upward b join unit_briefs u on u.organisation_id = ${ctx.organisationId} and u.id = b.parent_id
    )`;

/** One unit as the start. */
export const unitItself = (ctx: Context, unitId: string): RawBuilder<unknown> =>
  sql`select id, parent_id from unit_briefs where organisation_id = ${ctx.organisationId} and id = ${unitId}`;

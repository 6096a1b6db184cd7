// An instance with what called it and what it called: one piece of work to the people behind it, however it is cut into processes.
import { sql, type RawBuilder } from 'kysely';
import type { Context } from '#platform/context.ts';

export type Root = {
  id: string;
  /** The person who began it; null: the product or a program did. */
  startedBy: string | null;
  subject: { type: string; id: string } | null;
  /** How many calls lie between it and the instance. */
  depth: number;
};

/** The instance that nobody called, from which this one comes: itself where it was not called. */
export async function rootOf(ctx: Context, instanceId: string): Promise<Root> {
  const { rows } = await sql<Root>`
    with recursive upward as (
      select id, parent_id, started_by_kind, started_by, subject_type, subject_id, 0 as depth
        from process_instances where organisation_id = ${ctx.organisationId} and id = ${instanceId}
      union all
      select p.id, p.parent_id, p.started_by_kind, p.started_by, p.subject_type, p.subject_id, u.depth + 1
        from upward u join process_instances p on p.organisation_id = ${ctx.organisationId} and p.id = u.parent_id
    )
    select id, case when started_by_kind = 'staff' then started_by end as "startedBy", depth,
           case when subject_id is not null then jsonb_build_object('type', subject_type, 'id', subject_id) end as subject
      from upward where parent_id is null`.execute(ctx.keyed);
  return rows[0]!;
}

/** For `with recursive`: `family (id)`: the instance and all that it called, directly or by others. */
export const familyFrom = (ctx: Context, rootId: string): RawBuilder<unknown> => sql`family as (
      select id from process_instances where organisation_id = ${ctx.organisationId} and id = ${rootId}
      union all
      select c.id from family f join process_instances c on c.organisation_id = ${ctx.organisationId} and c.parent_id = f.id
    )`;

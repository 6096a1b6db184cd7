// Finds hand-offs on which nobody decided within the longest wait, and tells the heads of both units.
import { sql } from 'kysely';
import { tell } from '#modules/notifications/index.ts';
import { headAbove } from '#modules/organisation/index.ts';
import { append, type Context } from '#platform/context.ts';
import { titleOf } from '../tasks/task-rows.ts';

type Orphan = {
  id: string;
  task_id: string;
  instance_id: string;
  model_id: string;
  from_unit_id: string;
  to_unit_id: string;
  name: string;
};

/** Up to `limit`; answers how many. Each once; those that somebody decides on at this moment are decided. */
export async function watchHandOffs(ctx: Context, limit: number): Promise<number> {
  const now = ctx.clock.now();
  const { rows } = await sql<Orphan>`
    update process_hand_offs h set orphaned_at = h.wait_until
      from process_tasks t
     where h.organisation_id = ${ctx.organisationId} and t.organisation_id = h.organisation_id and t.id = h.task_id
       and h.id in (
         select id from process_hand_offs
          where organisation_id = ${ctx.organisationId} and state = 'offered' and orphaned_at is null and wait_until <= ${now}
          order by wait_until limit ${limit} for update skip locked)
    returning h.id, h.task_id, h.instance_id, h.model_id, h.from_unit_id, h.to_unit_id, t.name`.execute(
    ctx.transaction,
  );
  for (const orphan of rows) {
    append(ctx, {
      type: 'hand-off.orphaned',
      subjectType: 'hand-off',
      subjectId: orphan.id,
      data: {
        taskId: orphan.task_id,
        instanceId: orphan.instance_id,
        modelId: orphan.model_id,
        fromUnitId: orphan.from_unit_id,
        toUnitId: orphan.to_unit_id,
      },
    });
    const heads = [];
    for (const unitId of [orphan.to_unit_id, orphan.from_unit_id])
      heads.push((await headAbove(ctx, { unitId, notPersonIds: [] })).personId);
    await tell(ctx, {
      personIds: heads.filter((one) => one !== null),
      type: 'hand-off.orphaned',
      subjectType: 'task',
      subjectId: orphan.task_id,
      data: { title: await titleOf(ctx, orphan.name) },
    });
  }
  return rows.length;
}

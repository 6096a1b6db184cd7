// Files of comments and of answers: opened by those whose work the instance is or was, not by everybody who reads processes.
import { sql } from 'kysely';
import { upwardFrom } from '#modules/organisation/index.ts';
import { may, type Context } from '#platform/context.ts';
import { fileErrors, openFile } from '#platform/files/files.ts';
import { personOrNull } from './people.ts';

/**
 * Whoever stands in a unit of one of its tasks or above it, whoever took part (started it, had or completed a task, handed over,
 * accepted, refused, commented), and `process.operate`.
 */
export async function mayOpenFiles(ctx: Context, instanceId: string): Promise<boolean> {
  if (may(ctx.actor, 'process.operate')) return true;
  const personId = personOrNull(ctx);
  if (personId === null) return false;
  const own = sql`organisation_id = ${ctx.organisationId} and instance_id = ${instanceId}`;
  const working = sql`
      select u.id, u.parent_id from process_tasks t
        join unit_briefs u on u.organisation_id = t.organisation_id and u.id in (t.unit_id, t.owed_by)
       where t.organisation_id = ${ctx.organisationId} and t.instance_id = ${instanceId}`;
  const { rows } = await sql<{ may: boolean }>`
    with recursive ${upwardFrom(ctx, working)}
    select exists (select from upward join position_briefs p
                    on p.organisation_id = ${ctx.organisationId} and p.unit_id = upward.id and p.person_id = ${personId})
        or exists (select from process_instances where organisation_id = ${ctx.organisationId} and id = ${instanceId}
                    and started_by_kind = 'staff' and started_by = ${personId})
        or exists (select from process_tasks where ${own} and ${personId} in (assignee_id, completed_by))
        or exists (select from process_task_claims c join process_tasks t on t.organisation_id = c.organisation_id and t.id = c.task_id
                    where t.organisation_id = ${ctx.organisationId} and t.instance_id = ${instanceId} and c.person_id = ${personId} and not c.refused)
        or exists (select from process_hand_offs where ${own} and ${personId} in (offered_by, decided_by))
        or exists (select from process_comments where ${own} and by_id = ${personId}) as may`.execute(ctx.keyed);
  return rows[0]!.may;
}

/** Throws `file.not-found`, also where it is not for whoever asks. */
export async function openTaskFile(ctx: Context, id: string): ReturnType<typeof openFile> {
  const { rows } = await sql<{ instance_id: string }>`
    select c.instance_id from process_comment_files a
      join process_comments c on c.organisation_id = a.organisation_id and c.id = a.comment_id
     where a.organisation_id = ${ctx.organisationId} and a.file_id = ${id}
    union all
    select t.instance_id from process_task_files a
      join process_tasks t on t.organisation_id = a.organisation_id and t.id = a.task_id
     where a.organisation_id = ${ctx.organisationId} and a.file_id = ${id}
     limit 1`.execute(ctx.keyed);
  const [held] = rows;
  if (!held || !(await mayOpenFiles(ctx, held.instance_id))) throw fileErrors.notFound({ ids: [id] });
  return openFile(ctx, id);
}

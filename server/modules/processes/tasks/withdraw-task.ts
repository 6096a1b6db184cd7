// Withdraws a task that the process no longer wants: an event interrupted it, the instance ended, or somebody cancelled it.
import { tell } from '#modules/notifications/index.ts';
import { append, on, type Context } from '#platform/context.ts';
import type { Taken } from '../instances/carry-out.ts';
import { endClaim } from './claims.ts';
import { titleOf } from './task-rows.ts';
import type { ProcessTables } from '../tables.ts';

/** Whoever works on it is told. One that has ended already stays as it is. */
export async function withdrawTask(ctx: Context, { head, command, outcome }: Taken, token: number): Promise<void> {
  const withdrawal =
    command.type === 'cancel' ? 'cancelled' : outcome.instance.status === 'running' ? 'interrupted' : 'ended';
  const now = ctx.clock.now();
  const task = await on<ProcessTables>(ctx)
    .updateTable('process_tasks')
    .set({ state: 'withdrawn', withdrawn_at: now, withdrawal, wait_until: null })
    .where('organisation_id', '=', ctx.organisationId)
    .where('instance_id', '=', head.id)
    .where('token', '=', token)
    .where('ended', '=', false)
    .returning(['id', 'name', 'assignee_id'])
    .executeTakeFirst();
  if (!task) return;
  await Promise.all([
    endClaim(ctx, task.id, 'withdrawn'),
    on<ProcessTables>(ctx)
      .updateTable('process_hand_offs')
      .set({ state: 'withdrawn', decided_at: now })
      .where('organisation_id', '=', ctx.organisationId)
      .where('task_id', '=', task.id)
      .where('state', '=', 'offered')
      .execute(),
  ]);
  append(ctx, {
    type: 'task.withdrawn',
    subjectType: 'task',
    subjectId: task.id,
    data: { instanceId: head.id, withdrawal },
  });
  if (task.assignee_id !== null)
    await tell(ctx, {
      personIds: [task.assignee_id],
      type: 'task.withdrawn',
      subjectType: 'task',
      subjectId: task.id,
      data: { title: await titleOf(ctx, task.name) },
    });
}

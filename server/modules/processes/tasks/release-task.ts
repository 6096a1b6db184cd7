// Whoever has a task gives it back to the unit.
import { append, type Context } from '#platform/context.ts';
import { endClaim } from './claims.ts';
import { processErrors } from '../errors.ts';
import { actingPerson } from './people.ts';
import { changeTask, holdOpenTask } from './task-rows.ts';

/** Throws `task.not-found`, `task.ended`, `task.not-yours`. */
export async function releaseTask(ctx: Context, id: string): Promise<void> {
  const personId = actingPerson(ctx);
  const task = await holdOpenTask(ctx, id);
  if (task.assignee_id !== personId) throw processErrors.taskNotYours({ id });
  await changeTask(ctx, id, { state: 'open', assignee_id: null });
  await endClaim(ctx, id, 'released');
  append(ctx, { type: 'task.released', subjectType: 'task', subjectId: id, data: { instanceId: task.instance_id } });
}

// Somebody of the unit takes a task; whoever comes second is refused, and that is kept.
import { append, type Context } from '#platform/context.ts';
import { writeClaim } from './claims.ts';
import { processErrors } from '../errors.ts';
import { actingPerson } from './people.ts';
import { changeTask, holdOpenTask } from './task-rows.ts';
import { requireTaker } from './task-rights.ts';

/**
 * Answers with who was first, or null when the task is the person's now: the refusal is the caller's to make, after the commit, or
 * the record of the double claim would be rolled back with it. Throws `task.not-found`, `task.ended`, `task.not-open`,
 * `task.not-of-unit`, `task.not-of-position`.
 */
export async function claimTask(ctx: Context, id: string): Promise<{ heldBy: string | null }> {
  const task = await holdOpenTask(ctx, id);
  const personId = actingPerson(ctx);
  await requireTaker(ctx, task, personId);
  if (task.assignee_id === personId) return { heldBy: null };
  if (task.assignee_id !== null) {
    await writeClaim(ctx, { taskId: id, personId, refused: true });
    append(ctx, {
      type: 'task.double-claimed',
      subjectType: 'task',
      subjectId: id,
      data: { instanceId: task.instance_id, modelId: task.model_id, elementId: task.element_id, unitId: task.unit_id },
    });
    return { heldBy: task.assignee_id };
  }
  if (task.state !== 'open') throw processErrors.taskNotOpen({ id, state: task.state });
  await Promise.all([
    changeTask(ctx, id, { state: 'claimed', assignee_id: personId }),
    writeClaim(ctx, { taskId: id, personId }),
  ]);
  append(ctx, { type: 'task.claimed', subjectType: 'task', subjectId: id, data: { instanceId: task.instance_id } });
  return { heldBy: null };
}

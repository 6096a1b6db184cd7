// Ends a task by the person who has it: done, with what goes into the process, or with an error that the diagram may catch.
import type { Command } from '#engine/commands.ts';
import type { Variables } from '#engine/instance.ts';
import { append, type Context } from '#platform/context.ts';
import { endClaim } from './claims.ts';
import { processErrors } from './errors.ts';
import { requireTaskAuthority } from './judge-task.ts';
import type { Loaded } from './load-instance.ts';
import { actingPerson } from './people.ts';
import { stepInstance } from './step-instance.ts';
import { changeTask, holdOpenTask, requireTask, type TaskRow } from './task-rows.ts';

/** Throws `task.not-found`, `task.ended`, `task.not-yours`, `process-instance.ended`, and where it takes authority what `requireTaskAuthority` throws. */
export function completeTask(
  ctx: Context,
  { id, variables, overrideReason }: { id: string; variables: Variables; overrideReason?: string | null | undefined },
): Promise<void> {
  return endTask(
    ctx,
    id,
    (token) => ({ type: 'complete', token, variables }),
    (loaded, task) => requireTaskAuthority(ctx, loaded, task, { variables, overrideReason }),
  );
}

/** The same. What the diagram does not catch becomes an incident; trying that again opens the task anew. */
export function throwTaskError(
  ctx: Context,
  { id, code, variables }: { id: string; code: string; variables: Variables },
): Promise<void> {
  return endTask(ctx, id, (token) => ({ type: 'throw-error', token, code, variables }));
}

async function endTask(
  ctx: Context,
  id: string,
  commandOf: (token: number) => Command,
  judged: (loaded: Loaded, task: TaskRow) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const personId = actingPerson(ctx);
  const found = await requireTask(ctx, id);
  const handedBy = { unitId: found.unit_id, personId };
  // The instance is held first and the task then, as everybody does who needs both.
  await stepInstance(
    ctx,
    found.instance_id,
    async (loaded) => {
      const task = await holdOpenTask(ctx, id);
      if (task.assignee_id !== personId) throw processErrors.taskNotYours({ id });
      await judged(loaded, task);
      handedBy.unitId = task.unit_id;
      const now = ctx.clock.now();
      await Promise.all([
        changeTask(ctx, id, { state: 'completed', completed_at: now, completed_by: personId }),
        endClaim(ctx, id, 'completed'),
      ]);
      const command = commandOf(task.token);
      append(ctx, {
        type: 'task.completed',
        subjectType: 'task',
        subjectId: id,
        data: {
          instanceId: task.instance_id,
          modelId: task.model_id,
          elementId: task.element_id,
          unitId: task.unit_id,
          ...(command.type === 'throw-error' ? { errorCode: command.code } : {}),
        },
      });
      return command;
    },
    { handedBy },
  );
}

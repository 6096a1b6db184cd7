// Ends a task by the person who has it: done, with what goes into the process, or with an error that the diagram may catch.
import type { z } from 'zod';
import type { FormAnswers } from '#contract/forms.ts';
import type { Command } from '#engine/commands.ts';
import type { Variables } from '#engine/instance.ts';
import { append, type Context } from '#platform/context.ts';
import { endClaim } from './claims.ts';
import { processErrors } from '../errors.ts';
import { checkTaskForm, keepTaskForm, type FilledTaskForm } from './fill-task-form.ts';
import { requireTaskAuthority } from './judge-task.ts';
import { requireInstance, type Loaded } from '../instances/load-instance.ts';
import { actingPerson } from './people.ts';
import { takeStep } from '../instances/step-instance.ts';
import { changeTask, holdOpenTask, requireTask, settingsOf, type TaskRow } from './task-rows.ts';
import { requireTaker } from './task-rights.ts';
import { visibleVariables } from '../instances/visible-variables.ts';

export type Completion = {
  id: string;
  variables: Variables;
  /** To the form of the task. */
  answers?: z.infer<typeof FormAnswers> | undefined;
  overrideReason?: string | null | undefined;
};

/** What the task ends with, and what was filled in. */
type End = { command: Command; filled: FilledTaskForm | null };

/**
 * Throws `task.not-found`, `task.ended`, `task.not-yours`, `task.not-of-position`, `process-instance.ended`, `request.invalid` with a
 * fault for each field of the form, and where it takes authority what `requireTaskAuthority` throws.
 */
export function completeTask(ctx: Context, { id, variables, answers, overrideReason }: Completion): Promise<void> {
  return endTask(ctx, id, async (loaded, task) => {
    const filled = await checkTaskForm(ctx, task, answers, seenBy(loaded, task));
    const values = { ...variables, ...filled?.values };
    await requireTaskAuthority(ctx, loaded, task, { variables: values, overrideReason });
    return { command: { type: 'complete', token: task.token, variables: values }, filled };
  });
}

/** The same, without its form. What the diagram does not catch becomes an incident; trying that again opens the task anew. */
export function throwTaskError(
  ctx: Context,
  { id, code, variables }: { id: string; code: string; variables: Variables },
): Promise<void> {
  return endTask(ctx, id, (_loaded, { token }) =>
    Promise.resolve({ command: { type: 'throw-error', token, code, variables }, filled: null }),
  );
}

async function endTask(
  ctx: Context,
  id: string,
  endOf: (loaded: Loaded, task: TaskRow) => Promise<End>,
): Promise<void> {
  const personId = actingPerson(ctx);
  const { instance_id: instanceId } = await requireTask(ctx, id);
  // The instance is held first and the task then, as everybody does who needs both.
  const [loaded, task] = await Promise.all([requireInstance(ctx, instanceId), holdOpenTask(ctx, id)]);
  if (task.assignee_id !== personId) throw processErrors.taskNotYours({ id });
  // Whoever had the position when the task was claimed may have left it since.
  if (settingsOf(task).position !== null) await requireTaker(ctx, task, personId);
  const { command, filled } = await endOf(loaded, task);
  append(ctx, {
    type: 'task.completed',
    subjectType: 'task',
    subjectId: id,
    data: {
      instanceId,
      modelId: task.model_id,
      elementId: task.element_id,
      unitId: task.unit_id,
      ...(filled ? { formVersionId: filled.versionId } : {}),
      ...(command.type === 'throw-error' ? { errorCode: command.code } : {}),
    },
  });
  if (filled) await keepTaskForm(ctx, task, personId, filled);
  const now = ctx.clock.now();
  await Promise.all([
    changeTask(ctx, id, { state: 'completed', completed_at: now, completed_by: personId }),
    endClaim(ctx, id, 'completed'),
    takeStep(ctx, loaded, command, { handedBy: { unitId: task.unit_id, personId } }),
  ]);
}

function seenBy({ instance }: Loaded, task: TaskRow): Variables {
  const scope = instance.tokens.find(({ number }) => number === task.token)?.scope;
  return scope === undefined ? {} : visibleVariables(instance.scopes, scope);
}

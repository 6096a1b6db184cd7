// After a refusal: the unit that had offered the work has put it right and offers it once more.
import type { Variables } from '#engine/instance.ts';
import { StepFailed } from '#engine/step-failed.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { append, type Context } from '#platform/context.ts';
import { compiledProcess } from '../instances/compiled.ts';
import { dueOf } from '../instances/due-of.ts';
import { processErrors } from '../errors.ts';
import type { Loaded } from '../instances/load-instance.ts';
import { offerWork } from './offer-work.ts';
import { reckoning } from '../instances/reckoning.ts';
import { stepInstance } from '../instances/step-instance.ts';
import { changeTask, holdOpenTask, requireTask, settingsOf } from '../tasks/task-rows.ts';
import { requireWorker } from '../tasks/task-rights.ts';
import { processScope, visibleVariables } from '../instances/visible-variables.ts';

/** `variables` are what was put right. Throws `hand-off.not-returned`, `task.not-of-unit`, `task.ended`. */
export async function offerAgain(
  ctx: Context,
  { id, note, variables }: { id: string; note: string; variables: Variables },
): Promise<void> {
  const found = await requireTask(ctx, id);
  await stepInstance(ctx, found.instance_id, async (loaded) => {
    const task = await holdOpenTask(ctx, id);
    const personId = await requireWorker(ctx, task.unit_id);
    const { handOff } = settingsOf(task);
    if (task.state !== 'returned' || !handOff) throw processErrors.notReturned({ id, state: task.state });
    const waitUntil = await waitOf(ctx, loaded, task.token, handOff.longestWait);
    await changeTask(ctx, id, { state: 'offered', unit_id: task.owed_by, wait_until: waitUntil });
    await offerWork(ctx, {
      task,
      from: { unitId: task.unit_id, personId },
      toUnitId: task.owed_by,
      contract: handOff,
      waitUntil,
      note: cleanText(note) || null,
    });
    append(ctx, {
      type: 'task.offered-again',
      subjectType: 'task',
      subjectId: id,
      data: { instanceId: task.instance_id },
    });
    if (Object.keys(variables).length === 0) return null;
    const token = loaded.instance.tokens.find(({ number }) => number === task.token)!;
    // What one unit gives the next is the whole process's.
    return { type: 'set-variables', scope: processScope(loaded.instance.scopes, token.scope), variables };
  });
}

async function waitOf(
  ctx: Context,
  { head, instance }: Loaded,
  token: number,
  wait: Parameters<typeof dueOf>[0] | null,
): Promise<Date | null> {
  if (!wait) return null;
  const time = await reckoning(ctx, await compiledProcess(ctx, head.versionId, head.processId));
  const scope = instance.tokens.find(({ number }) => number === token)!.scope;
  const { now, dayAt } = time;
  try {
    return dueOf(wait, { variables: visibleVariables(instance.scopes, scope), now, dayAt }, time).dueAt;
  } catch (error) {
    // As when the task was opened: what nobody understands keeps no work from being handed over.
    if (error instanceof StepFailed) return null;
    throw error;
  }
}

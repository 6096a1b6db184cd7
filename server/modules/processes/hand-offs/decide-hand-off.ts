// The receiver looks at what is handed over and takes it, or refuses it with a reason: then it is back with the unit that offered it.
import { sql } from 'kysely';
import { cleanText } from '#kernel/text/clean.ts';
import { tell } from '#modules/notifications/index.ts';
import { headAbove } from '#modules/organisation/index.ts';
import { append, on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { writeClaim } from '../tasks/claims.ts';
import { processErrors } from '../errors.ts';
import { changeTask, holdOpenTask, titleOf, type TaskRow } from '../tasks/task-rows.ts';
import { requireTaker, requireWorker } from '../tasks/task-rights.ts';
import type { ProcessTables } from '../tables.ts';

/** `claim`: whoever accepts takes it at once. Throws `hand-off.not-offered`, `task.not-of-unit`, `task.ended`, and with `claim` `task.not-of-position`. */
export async function acceptHandOff(ctx: Context, { id, claim }: { id: string; claim: boolean }): Promise<void> {
  const task = await holdOpenTask(ctx, id);
  const personId = await requireWorker(ctx, task.unit_id);
  if (claim) await requireTaker(ctx, task, personId);
  const handOff = await decide(ctx, task, { state: 'accepted', decided_by: personId });
  await changeTask(ctx, id, {
    state: claim ? 'claimed' : 'open',
    assignee_id: claim ? personId : null,
    wait_until: null,
  });
  if (claim) {
    await writeClaim(ctx, { taskId: id, personId });
    append(ctx, { type: 'task.claimed', subjectType: 'task', subjectId: id, data: { instanceId: task.instance_id } });
  }
  append(ctx, {
    type: 'hand-off.accepted',
    subjectType: 'hand-off',
    subjectId: handOff.id,
    data: dataOf(task, handOff),
  });
}

/** `unmet`: which criteria were not met. The unit that offered it, and whoever did, are told. Throws what accepting throws. */
export async function refuseHandOff(
  ctx: Context,
  { id, reason, unmet }: { id: string; reason: string; unmet: readonly string[] },
): Promise<void> {
  const words = cleanText(reason);
  if (words === '') throw invalidField('reason', 'required');
  const task = await holdOpenTask(ctx, id);
  const personId = await requireWorker(ctx, task.unit_id);
  const handOff = await decide(ctx, task, { state: 'refused', decided_by: personId, reason: words, unmet: [...unmet] });
  await changeTask(ctx, id, { state: 'returned', unit_id: handOff.from_unit_id, wait_until: null });
  append(ctx, {
    type: 'hand-off.refused',
    subjectType: 'hand-off',
    subjectId: handOff.id,
    data: dataOf(task, handOff),
  });
  const head = await headAbove(ctx, { unitId: handOff.from_unit_id, notPersonIds: [] });
  await tell(ctx, {
    personIds: [handOff.offered_by, head.personId].filter((one) => one !== null && one !== personId) as string[],
    type: 'hand-off.refused',
    subjectType: 'task',
    subjectId: id,
    data: { title: await titleOf(ctx, task.name) },
  });
}

async function decide(
  ctx: Context,
  task: TaskRow,
  decision: { state: 'accepted' | 'refused'; decided_by: string; reason?: string; unmet?: string[] },
) {
  if (task.state !== 'offered') throw processErrors.notOffered({ id: task.id, state: task.state });
  const now = ctx.clock.now();
  return on<ProcessTables>(ctx)
    .updateTable('process_hand_offs')
    .set({
      ...decision,
      decided_at: now,
      // Too late is too late, also where the sweep has not come by.
      orphaned_at: sql<Date | null>`coalesce(orphaned_at, case when wait_until <= ${now} then wait_until end)`,
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('task_id', '=', task.id)
    .where('state', '=', 'offered')
    .returning(['id', 'from_unit_id', 'to_unit_id', 'offered_by'])
    .executeTakeFirstOrThrow();
}

const dataOf = (task: TaskRow, handOff: { from_unit_id: string; to_unit_id: string }) => ({
  taskId: task.id,
  instanceId: task.instance_id,
  modelId: task.model_id,
  fromUnitId: handOff.from_unit_id,
  toUnitId: handOff.to_unit_id,
});

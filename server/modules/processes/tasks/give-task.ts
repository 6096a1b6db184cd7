// Gives a task to a person: its head assigns it, or whoever has it delegates it to somebody of the unit; both tell the person.
import { cleanText } from '#kernel/text/clean.ts';
import { tell } from '#modules/notifications/index.ts';
import { requirePerson, requireUnit } from '#modules/organisation/index.ts';
import { append, type Context } from '#platform/context.ts';
import { endClaim, writeClaim } from './claims.ts';
import { writeComment } from './comment-task.ts';
import { processErrors } from '../errors.ts';
import { actingPerson, personOrNull } from './people.ts';
import { changeTask, holdOpenTask, titleOf, type TaskRow } from './task-rows.ts';
import { belongsTo, requireHead, requireTaker } from './task-rights.ts';

/**
 * To somebody who works for the unit, to nobody, or to another unit, where it is nobody's. A task that waits for a hand-off stays with
 * its two units. Throws `task.not-head`, `task.not-open`, `task.not-of-unit`, `task.not-of-position`, `task.ended`.
 */
export async function assignTask(
  ctx: Context,
  input: { id: string; personId: string | null; unitId?: string | undefined },
): Promise<void> {
  const { id, personId } = input;
  const task = await holdOpenTask(ctx, id);
  await requireHead(ctx, task.unit_id);
  if (task.state !== 'open' && task.state !== 'claimed') throw processErrors.taskNotOpen({ id, state: task.state });
  const unitId = input.unitId ?? task.unit_id;
  if (unitId !== task.unit_id) {
    await requireUnit(ctx, unitId);
    await changeTask(ctx, id, { unit_id: unitId });
  }
  if (personId !== null) {
    await requirePerson(ctx, personId);
    await requireTaker(ctx, { ...task, unit_id: unitId }, personId);
  }
  await pass(ctx, task, personId, 'reassigned');
  append(ctx, {
    type: 'task.assigned',
    subjectType: 'task',
    subjectId: id,
    data: { instanceId: task.instance_id, unitId, assigned: personId !== null },
  });
}

/** Throws `task.not-yours`, `task.not-of-unit`, `task.not-of-position`, `task.ended`. */
export async function delegateTask(
  ctx: Context,
  { id, personId, note }: { id: string; personId: string; note: string | null },
): Promise<void> {
  const task = await holdOpenTask(ctx, id);
  if (task.assignee_id !== actingPerson(ctx)) throw processErrors.taskNotYours({ id });
  await requirePerson(ctx, personId);
  if (!(await belongsTo(ctx, task.unit_id, personId))) throw processErrors.notOfUnit({ unitId: task.unit_id });
  await requireTaker(ctx, task, personId);
  if (note !== null && cleanText(note) !== '') await writeComment(ctx, task, note, []);
  await pass(ctx, task, personId, 'delegated');
  append(ctx, { type: 'task.delegated', subjectType: 'task', subjectId: id, data: { instanceId: task.instance_id } });
}

async function pass(
  ctx: Context,
  task: TaskRow,
  personId: string | null,
  how: 'reassigned' | 'delegated',
): Promise<void> {
  if (task.assignee_id === personId) return;
  await endClaim(ctx, task.id, how);
  await changeTask(ctx, task.id, { state: personId === null ? 'open' : 'claimed', assignee_id: personId });
  if (personId === null) return;
  const byId = personOrNull(ctx);
  await writeClaim(ctx, { taskId: task.id, personId, byId });
  if (personId !== byId)
    await tell(ctx, {
      personIds: [personId],
      type: 'task.assigned',
      subjectType: 'task',
      subjectId: task.id,
      data: { title: await titleOf(ctx, task.name) },
    });
}

// Offers work to another unit: what is handed over, by which criteria it is taken, and how long that may last.
import { sql } from 'kysely';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import type { HandOffKept } from '../tasks/task-rows.ts';
import type { ProcessTables } from '../tables.ts';

/** How often the same task may be refused before it counts as going back and forth. */
const refusalsAllowed = 2;

export async function offerWork(
  ctx: Context,
  offer: {
    task: { id: string; instance_id: string; model_id: string };
    from: { unitId: string; personId: string | null };
    toUnitId: string;
    contract: HandOffKept;
    waitUntil: Date | null;
    note: string | null;
  },
): Promise<void> {
  const { task, from, toUnitId, contract } = offer;
  const pingPong = await goesBackAndForth(ctx, offer);
  const id = newId();
  await on<ProcessTables>(ctx)
    .insertInto('process_hand_offs')
    .values({
      organisation_id: ctx.organisationId,
      id,
      task_id: task.id,
      instance_id: task.instance_id,
      model_id: task.model_id,
      from_unit_id: from.unitId,
      to_unit_id: toUnitId,
      state: 'offered',
      what: contract.what,
      criteria: contract.criteria,
      offered_at: ctx.clock.now(),
      offered_by: from.personId,
      note: offer.note,
      wait_until: offer.waitUntil,
      ping_pong: pingPong,
    })
    .execute();
  const data = {
    taskId: task.id,
    instanceId: task.instance_id,
    modelId: task.model_id,
    fromUnitId: from.unitId,
    toUnitId,
  };
  append(ctx, { type: 'hand-off.offered', subjectType: 'hand-off', subjectId: id, data });
  if (pingPong) append(ctx, { type: 'hand-off.ping-ponged', subjectType: 'hand-off', subjectId: id, data });
}

/** The receiver had handed work of this instance to the sender (A, B, A), or has refused this very task too often. */
async function goesBackAndForth(
  ctx: Context,
  { task, from, toUnitId }: Parameters<typeof offerWork>[1],
): Promise<boolean> {
  const { rows } = await sql<{ reverse: boolean; refused: number }>`
    select coalesce(bool_or(from_unit_id = ${toUnitId} and to_unit_id = ${from.unitId}), false) as reverse,
           count(*) filter (where task_id = ${task.id} and state = 'refused')::int as refused
      from process_hand_offs where organisation_id = ${ctx.organisationId} and instance_id = ${task.instance_id}`.execute(
    ctx.transaction,
  );
  return rows[0]!.reverse || rows[0]!.refused >= refusalsAllowed;
}

// Claims of tasks as rows: who had a task from when until when, and who wanted it in vain.
import { on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import type { ProcessTables } from '../tables.ts';

export async function writeClaim(
  ctx: Context,
  claim: { taskId: string; personId: string; byId?: string | null; refused?: boolean },
): Promise<void> {
  await on<ProcessTables>(ctx)
    .insertInto('process_task_claims')
    .values({
      organisation_id: ctx.organisationId,
      id: newId(),
      task_id: claim.taskId,
      person_id: claim.personId,
      at: ctx.clock.now(),
      by_id: claim.byId ?? null,
      refused: claim.refused ?? false,
    })
    .execute();
}

/** The one that holds, if there is one. */
export async function endClaim(
  ctx: Context,
  taskId: string,
  end: 'released' | 'delegated' | 'reassigned' | 'completed' | 'withdrawn',
): Promise<void> {
  await on<ProcessTables>(ctx)
    .updateTable('process_task_claims')
    .set({ ended_at: ctx.clock.now(), end_reason: end })
    .where('organisation_id', '=', ctx.organisationId)
    .where('task_id', '=', taskId)
    .where('ended_at', 'is', null)
    .where('refused', '=', false)
    .execute();
}

// Fires timers that are due: one instance a transaction, by whoever comes first; a second time there is nothing left to fire.
import { sql } from 'kysely';
import { nextDue } from '#engine/timers.ts';
import { on, type Context } from '#platform/context.ts';
import { beginInstance } from './begin-instance.ts';
import { compiledProcess } from './compiled.ts';
import { reckoning } from './reckoning.ts';
import { dueStart } from './starts.ts';
import { stepInstance } from './step-instance.ts';
import type { ProcessTables } from '../tables.ts';

/** How often one instance may come due again in one go; a cycle that was asleep for weeks goes on with the next round. */
const mostInOneGo = 100;

/** Instances with a timer that is due, the longest due first, without those that are passed over. */
export async function dueInstances(ctx: Context, limit: number, passedOver: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select instance_id as id from (
      select instance_id, due_at from process_timers
       where organisation_id = ${ctx.organisationId} and due_at <= ${ctx.clock.now()} and instance_id <> all(${[...passedOver]}::uuid[])
       order by due_at limit ${limit}) as due
     group by instance_id order by min(due_at)`.execute(ctx.transaction);
  return rows.map(({ id }) => id);
}

/** In the order in which they were due. Answers with how many fired; with none also while somebody else is at the instance. */
export async function fireTimers(ctx: Context, instanceId: string): Promise<number> {
  let fired = 0;
  for (; fired < mostInOneGo; fired += 1) {
    const stepped = await stepInstance(
      ctx,
      instanceId,
      ({ instance }) => {
        const now = ctx.clock.now().toISOString();
        const due = instance.timers.filter(({ dueAt }) => dueAt <= now);
        const first = due.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : a.number - b.number))[0];
        return first ? { type: 'fire-timer', timer: first.number } : null;
      },
      { skipLocked: true },
    );
    if (!stepped) break;
  }
  return fired;
}

/** Models with a start whose moment has come. */
export async function modelsToStart(ctx: Context): Promise<string[]> {
  const rows = await on<ProcessTables>(ctx)
    .selectFrom('process_starts')
    .select('model_id')
    .distinct()
    .where('organisation_id', '=', ctx.organisationId)
    .where('type', '=', 'timer')
    .where('due_at', '<=', ctx.clock.now())
    .orderBy('model_id')
    .execute();
  return rows.map((row) => row.model_id);
}

/** Begins one process of the model whose moment has come; whether there was one. */
export async function startDue(ctx: Context, ofModel: string): Promise<boolean> {
  const start = await dueStart(ctx, ofModel);
  if (!start) return false;
  const { modelId, unitId, versionId, processId, startId, cycle, dueAt } = start;
  const time = await reckoning(ctx, await compiledProcess(ctx, versionId, processId));
  // Where it was asleep for long it begins once, not once for each time that it missed.
  let next = nextDue({ dueAt: dueAt!.toISOString(), ...(cycle ? { cycle } : {}) }, time);
  for (let missed = 0; next && next.dueAt <= time.now && missed < 100_000; missed += 1) next = nextDue(next, time);
  await on<ProcessTables>(ctx)
    .updateTable('process_starts')
    .set({ due_at: next ? new Date(next.dueAt) : null, cycle: next?.cycle ? JSON.stringify(next.cycle) : null })
    .where('organisation_id', '=', ctx.organisationId)
    .where('model_id', '=', modelId)
    .where('process_id', '=', processId)
    .where('element_id', '=', startId)
    .execute();
  await beginInstance(ctx, { modelId, unitId, versionId, processId, startId, variables: {} });
  return true;
}

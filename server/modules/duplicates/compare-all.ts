// The background job that compares all customers: batch by batch, each its own transaction, so that a crash goes on where it was.
import { z } from 'zod';
import { append, enqueue, on, type Context } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { defineJob, type Job } from '#platform/jobs/job.ts';
import { compareOnward } from './check-customers.ts';
import { prepare } from './match-record.ts';
import { recordsAfter } from './match-records.ts';
import { holdDuplicates, refreshKeys } from './refresh-keys.ts';
import type { DuplicatesTables } from './tables.ts';

const batch = 2_000;
/** A job must not outlive its time limit: after so many batches it hands on to the next. */
const batchesOfAJob = 20;

export const compareAllJob: Job<{ runId: string }> = defineJob({
  name: 'duplicate.compare-all',
  data: z.object({ organisationId: z.uuid(), runId: z.uuid() }),
  async handle(platform, { organisationId, runId }) {
    const scope = { organisationId, actor: { kind: 'system' as const, name: 'duplicate.compare-all' } };
    for (let done = 0; done < batchesOfAJob; done += 1) {
      const goesOn = await transact(platform, scope, (ctx) => step(ctx, runId));
      if (!goesOn) return;
    }
    await transact(platform, scope, async (ctx) => enqueue(ctx, compareAllJob, { runId }));
  },
});

/** One batch. False when the run is over or was stopped. */
async function step(ctx: Context, runId: string): Promise<boolean> {
  const runs = on<DuplicatesTables>(ctx);
  await holdDuplicates(ctx);
  const run = await runs
    .selectFrom('duplicate_runs')
    .select(['state', 'phase', 'after_id', 'done'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', runId)
    .forUpdate()
    .executeTakeFirst();
  if (run?.state !== 'running') return false;
  const records = await recordsAfter(ctx, run.after_id, batch);
  if (run.phase === 'keys') await refreshKeys(ctx, records.map(prepare));
  else await compareOnward(ctx, records);
  const more = records.length === batch;
  const over = !more && run.phase === 'pairs';
  await runs
    .updateTable('duplicate_runs')
    .set(
      more
        ? { after_id: records.at(-1)?.id ?? null, done: run.done + records.length }
        : over
          ? { state: 'done', finished_at: ctx.clock.now(), done: run.done + records.length }
          : { phase: 'pairs', after_id: null, done: 0 },
    )
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', runId)
    .execute();
  if (over) append(ctx, { type: 'duplicate-run.finished', subjectType: 'duplicate-run', subjectId: runId, data: {} });
  return !over;
}

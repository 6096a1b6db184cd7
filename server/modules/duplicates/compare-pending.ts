// The background job that compares customers who came in bulk: their keys are written at once, their pairs are scored when no import runs.
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { importGoesOn } from '#modules/imports/index.ts';
import { enqueue, on, type Context } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { defineJob, type Job } from '#platform/jobs/job.ts';
import { checkCustomers } from './check-customers.ts';
import { holdDuplicates, refreshKeys } from './refresh-keys.ts';
import { prepare } from './match-record.ts';
import { recordsWith } from './match-records.ts';
import type { DuplicatesTables } from './tables.ts';

/** Each has some ten others to be compared with: more would hold the memory that requests need, and the lock for too long. */
const batch = 250;
/** Records whose keys are made together: their names are taken apart in memory. */
const recordsAtOnce = 500;
/** A job must not outlive its time limit. */
const sliceMs = 120_000;
/** A person who waits for the hint is served at once; more than these of one transaction come from a file. */
const mostAtOnce = 50;

/** After registrations and changes, all of one transaction. */
export async function checkSoon(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length <= mostAtOnce) return checkCustomers(ctx, ids);
  await holdDuplicates(ctx);
  for (let at = 0; at < ids.length; at += recordsAtOnce)
    await refreshKeys(ctx, (await recordsWith(ctx, ids.slice(at, at + recordsAtOnce))).map(prepare), { pending: true });
  askComparison(ctx);
}

export function askComparison(ctx: Context): void {
  enqueue(ctx, comparePendingJob, {});
}

export const comparePendingJob: Job = defineJob({
  name: 'duplicate.compare-pending',
  data: z.object({ organisationId: z.uuid() }),
  concurrency: 1,
  async handle(platform, { organisationId }) {
    const scope = { organisationId, actor: { kind: 'system' as const, name: 'duplicate.compare-pending' } };
    const until = performance.now() + sliceMs;
    while (await transact(platform, scope, step))
      if (performance.now() > until) return transact(platform, scope, async (ctx) => askComparison(ctx));
  },
});

/** One batch. False when nobody waits, or when an import runs: its end asks again. */
async function step(ctx: Context): Promise<boolean> {
  if (await importGoesOn(ctx)) return false;
  await holdDuplicates(ctx);
  const rows = await on<DuplicatesTables>(ctx)
    .updateTable('duplicate_records')
    .set({ pending: false })
    .where('organisation_id', '=', ctx.organisationId)
    .where('customer_id', 'in', (chosen) =>
      chosen
        .selectFrom('duplicate_records')
        .select('customer_id')
        .where('organisation_id', '=', ctx.organisationId)
        .where('pending', '=', true)
        .orderBy('customer_id')
        .limit(batch),
    )
    .where('pending', '=', true)
    .returning('customer_id')
    .execute();
  if (rows.length === 0) return false;
  await checkCustomers(
    ctx,
    rows.map((row) => row.customer_id),
  );
  return true;
}

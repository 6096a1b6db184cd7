// What follows the last batch of a run: it is finished, checked, failed, or goes on in the next job.
import { append, enqueue, on, type Context } from '#platform/context.ts';
import type { AppError } from '#platform/errors.ts';
import type { Job } from '#platform/jobs/job.ts';
import type { ImportTables } from './tables.ts';
import { Overtaken, type Run } from './write-batch.ts';

const noCounts = { last_row: 0, done: 0, created: 0, changed: 0, unchanged: 0, refused: 0, warned: 0 };

type RunData = { organisationId: string; importId: string; run: number };

export async function endImport(
  ctx: Context,
  { record, trial }: Run,
  ended: 'all' | 'slice',
  job: Job<RunData>,
): Promise<void> {
  if (ended === 'slice')
    return enqueue(ctx, job, { organisationId: ctx.organisationId, importId: record.id, run: record.run });
  const row = await on<ImportTables>(ctx)
    .selectFrom('imports')
    .select(['done', 'created', 'changed', 'unchanged', 'refused', 'warned', 'run'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', record.id)
    .executeTakeFirstOrThrow();
  const { run, ...counts } = row;
  if (run !== record.run) throw new Overtaken();
  await close(
    ctx,
    record,
    trial
      ? { state: 'checked', check_result: JSON.stringify(counts), row_count: counts.done, ...noCounts }
      : { state: 'finished', finished_at: ctx.clock.now(), row_count: counts.done },
  );
  append(ctx, {
    type: trial ? 'import.checked' : 'import.finished',
    subjectType: 'import',
    subjectId: record.id,
    data: { kind: record.kind, ...counts },
  });
}

/** The file cannot be read on: what was written stays, and the reason is kept for whoever looks. */
export async function failImport(ctx: Context, { record, trial }: Run, error: AppError): Promise<void> {
  const failure = JSON.stringify({ code: error.code, params: error.params });
  await close(
    ctx,
    record,
    // After a trial run another encoding or sheet may be the answer.
    trial ? { state: 'described', failure, ...noCounts } : { state: 'failed', failure, finished_at: ctx.clock.now() },
  );
  append(ctx, {
    type: 'import.failed',
    subjectType: 'import',
    subjectId: record.id,
    data: { code: error.code, trial },
  });
}

async function close(ctx: Context, record: Run['record'], change: Record<string, unknown>): Promise<void> {
  const closed = await on<ImportTables>(ctx)
    .updateTable('imports')
    .set(change)
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', record.id)
    .where('run', '=', record.run)
    .executeTakeFirst();
  if (closed.numUpdatedRows === 0n) throw new Overtaken();
}

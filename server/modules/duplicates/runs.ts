// A comparison of all customers: begun, stopped, and shown with how far it is.
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { DuplicateRun } from '#contract/duplicates.ts';
import { actorId } from '#platform/actor.ts';
import { append, enqueue, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { compareAllJob } from './compare-all.ts';
import { duplicateErrors } from './errors.ts';
import type { DuplicatesTables } from './tables.ts';

const runs = (ctx: Context) =>
  on<DuplicatesTables>(ctx).selectFrom('duplicate_runs').selectAll().where('organisation_id', '=', ctx.organisationId);

/** Throws `duplicate.run-goes-on` while another one runs. */
export async function startRun(ctx: Context): Promise<DuplicateRun> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from customer_match_records where organisation_id = ${ctx.organisationId}`.execute(
    ctx.transaction,
  );
  const row = await on<DuplicatesTables>(ctx)
    .insertInto('duplicate_runs')
    .values({
      organisation_id: ctx.organisationId,
      id: newId(),
      state: 'running',
      phase: 'keys',
      customers: rows[0]?.n ?? 0,
      started_at: ctx.clock.now(),
      started_by: actorId(ctx.actor) ?? '',
    })
    .onConflict((conflict) => conflict.columns(['organisation_id']).where('state', '=', 'running').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!row) throw duplicateErrors.runGoesOn();
  enqueue(ctx, compareAllJob, { runId: row.id });
  append(ctx, {
    type: 'duplicate-run.started',
    subjectType: 'duplicate-run',
    subjectId: row.id,
    data: { customers: row.customers },
  });
  return runView(row);
}

/** What it found stays. One that is finished stays as it is. Throws `duplicate.run-not-found`. */
export async function stopRun(ctx: Context, id: string): Promise<DuplicateRun> {
  await on<DuplicatesTables>(ctx)
    .updateTable('duplicate_runs')
    .set({ state: 'stopped', finished_at: ctx.clock.now() })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute();
  const row = await runs(ctx).where('id', '=', id).executeTakeFirst();
  if (!row) throw duplicateErrors.runNotFound({ id });
  return runView(row);
}

export async function lastRun(ctx: Context): Promise<DuplicateRun | null> {
  const row = await runs(ctx).orderBy('started_at', 'desc').limit(1).executeTakeFirst();
  return row ? runView(row) : null;
}

function runView(row: Selectable<DuplicatesTables['duplicate_runs']>): DuplicateRun {
  return {
    id: row.id,
    state: row.state,
    phase: row.phase,
    customers: row.customers,
    done: row.done,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  };
}

// Settles a thread: by whoever opened it, the owner of the process, or who sets processes right; and opens it again.
import type { Thread } from '#contract/process-threads.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { append, on, type Context } from '#platform/context.ts';
import { requireModel } from '../models/models.ts';
import { actingPerson } from '../tasks/people.ts';
import type { ProcessTables } from '../tables.ts';
import { threadErrors } from './errors.ts';
import { tellThread } from './tell-thread.ts';
import { getThread, maySettle, requireThread, writeEntry } from './threads.ts';

/** Throws `process-thread.not-found`, `process-thread.settled`, `process-thread.not-yours`. */
export async function settleThread(ctx: Context, { id, body }: { id: string; body: string | null }): Promise<Thread> {
  const personId = actingPerson(ctx);
  const thread = await requireThread(ctx, id);
  const model = await requireModel(ctx, thread.model_id);
  if (!maySettle(ctx, thread, model)) throw threadErrors.notYours({ id });
  if (thread.settled_at !== null) throw threadErrors.settled({ id });
  const words = body === null ? null : cleanText(body) || null;
  await writeEntry(ctx, { threadId: id, kind: 'settled', body: words, byId: personId });
  await markThread(ctx, id, personId);
  append(ctx, {
    type: 'process-thread.settled',
    subjectType: 'process-thread',
    subjectId: id,
    data: { modelId: thread.model_id },
  });
  await tellThread(ctx, 'process.comment-settled', model, id);
  return getThread(ctx, id);
}

/** Throws `process-thread.not-found`, `process-thread.not-settled`, `process-thread.not-yours`. */
export async function reopenThread(ctx: Context, id: string): Promise<Thread> {
  const personId = actingPerson(ctx);
  const thread = await requireThread(ctx, id);
  if (!maySettle(ctx, thread, await requireModel(ctx, thread.model_id))) throw threadErrors.notYours({ id });
  if (thread.settled_at === null) throw threadErrors.notSettled({ id });
  await writeEntry(ctx, { threadId: id, kind: 'reopened', body: null, byId: personId });
  await markThread(ctx, id, null);
  append(ctx, {
    type: 'process-thread.reopened',
    subjectType: 'process-thread',
    subjectId: id,
    data: { modelId: thread.model_id },
  });
  return getThread(ctx, id);
}

/** Null: it is open. */
export async function markThread(ctx: Context, id: string, settledBy: string | null): Promise<void> {
  const now = ctx.clock.now();
  await on<ProcessTables>(ctx)
    .updateTable('process_threads')
    .set({ changed_at: now, settled_at: settledBy === null ? null : now, settled_by: settledBy })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
}

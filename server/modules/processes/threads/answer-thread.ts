// Answers in a thread. What was settled is open again: somebody still has something to say.
import type { Thread } from '#contract/process-threads.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { append, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { requireModel } from '../models/models.ts';
import { actingPerson } from '../tasks/people.ts';
import { markThread } from './settle-thread.ts';
import { tellThread } from './tell-thread.ts';
import { getThread, requireThread, writeEntry } from './threads.ts';

/** Throws `process-thread.not-found`. */
export async function answerThread(ctx: Context, { id, body }: { id: string; body: string }): Promise<Thread> {
  const personId = actingPerson(ctx);
  const words = cleanText(body);
  if (words === '') throw invalidField('body', 'required');
  const thread = await requireThread(ctx, id);
  if (thread.settled_at !== null) await writeEntry(ctx, { threadId: id, kind: 'reopened', body: null, byId: personId });
  await writeEntry(ctx, { threadId: id, kind: 'said', body: words, byId: personId });
  await markThread(ctx, id, null);
  const data = { modelId: thread.model_id };
  if (thread.settled_at !== null)
    append(ctx, { type: 'process-thread.reopened', subjectType: 'process-thread', subjectId: id, data });
  append(ctx, { type: 'process-thread.answered', subjectType: 'process-thread', subjectId: id, data });
  await tellThread(ctx, 'process.commented', await requireModel(ctx, thread.model_id), id);
  return getThread(ctx, id);
}

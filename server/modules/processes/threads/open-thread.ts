// Says something about a model of a process or one element of it: a thread begins, at the version or the draft that was looked at.
import type { Thread } from '#contract/process-threads.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { append, on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { draftRow } from '../models/drafts.ts';
import { requireModel } from '../models/models.ts';
import { actingPerson } from '../tasks/people.ts';
import type { ProcessTables } from '../tables.ts';
import { elementNames } from './element-names.ts';
import { threadErrors } from './errors.ts';
import { tellThread } from './tell-thread.ts';
import { getThread, writeEntry } from './threads.ts';

/** Also of a retired model. Throws `process.not-found`, `process.version-not-found`, `process-thread.element-not-found`. */
export async function openThread(
  ctx: Context,
  input: { id: string; elementId: string | null; version: number | null; body: string },
): Promise<Thread> {
  const personId = actingPerson(ctx);
  const body = cleanText(input.body);
  if (body === '') throw invalidField('body', 'required');
  const { elementId, version } = input;
  const model = await requireModel(ctx, input.id);
  const names = await elementNames(ctx, model.id, version);
  if (elementId !== null && !names.has(elementId)) throw threadErrors.elementNotFound({ elementId });
  const id = newId();
  const now = ctx.clock.now();
  await on<ProcessTables>(ctx)
    .insertInto('process_threads')
    .values({
      organisation_id: ctx.organisationId,
      id,
      model_id: model.id,
      element_id: elementId,
      element_name: elementId === null ? null : (names.get(elementId) ?? null),
      version,
      revision: version === null ? (await draftRow(ctx, model.id)).revision : null,
      opened_at: now,
      opened_by: personId,
      changed_at: now,
    })
    .execute();
  await writeEntry(ctx, { threadId: id, kind: 'said', body, byId: personId });
  append(ctx, {
    type: 'process-thread.opened',
    subjectType: 'process-thread',
    subjectId: id,
    data: { modelId: model.id, ...(elementId === null ? {} : { elementId }) },
  });
  await tellThread(ctx, 'process.commented', model, id);
  return getThread(ctx, id);
}

// What people say about a task, with files; everybody who works on the instance reads it.
import { cleanText } from '#kernel/text/clean.ts';
import { append, may, on, type Context } from '#platform/context.ts';
import { attachFiles } from '#platform/files/files.ts';
import { insertRows } from '#platform/db/insert-rows.ts';
import { invalidField } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { actingPerson, personOrNull } from './people.ts';
import { requireTask } from './task-rows.ts';
import { requireWorker } from './task-rights.ts';
import type { ProcessTables } from '../tables.ts';

/** Also of a task that has ended. Throws `task.not-found`, `task.not-of-unit`, `file.not-found`. */
export async function commentTask(
  ctx: Context,
  { id, body, fileIds }: { id: string; body: string; fileIds: readonly string[] },
): Promise<void> {
  actingPerson(ctx);
  const task = await requireTask(ctx, id);
  if (!may(ctx.actor, 'process.operate') && task.assignee_id !== personOrNull(ctx))
    await requireWorker(ctx, task.unit_id).catch(() => requireWorker(ctx, task.owed_by));
  await writeComment(ctx, task, body, fileIds);
  append(ctx, { type: 'task.commented', subjectType: 'task', subjectId: id, data: { instanceId: task.instance_id } });
}

export async function writeComment(
  ctx: Context,
  about: { id?: string; instance_id: string },
  body: string,
  fileIds: readonly string[],
): Promise<string> {
  const words = cleanText(body);
  if (words === '') throw invalidField('body', 'required');
  const id = newId();
  await on<ProcessTables>(ctx)
    .insertInto('process_comments')
    .values({
      organisation_id: ctx.organisationId,
      id,
      instance_id: about.instance_id,
      task_id: about.id ?? null,
      body: words,
      at: ctx.clock.now(),
      by_id: personOrNull(ctx),
    })
    .execute();
  await attachFiles(ctx, fileIds);
  await insertRows<ProcessTables, 'process_comment_files'>(
    ctx,
    'process_comment_files',
    fileIds.map((fileId) => ({ organisation_id: ctx.organisationId, comment_id: id, file_id: fileId })),
  );
  return id;
}

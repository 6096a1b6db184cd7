// What is filled in when a task is completed: checked by the version that was in use when it opened, kept with the task.
import type { FormAnswers as GivenAnswers } from '#contract/forms.ts';
import type { z } from 'zod';
import type { Variables } from '#engine/instance.ts';
import type { FormAnswers } from '#kernel/forms/form-definition.ts';
import { checkFormAnswers, formVersions } from '#modules/forms/index.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import { AppError, commonErrors } from '#platform/errors.ts';
import { insertRows } from '#platform/db/insert-rows.ts';
import { attachFiles } from '#platform/files/files.ts';
import { valuesOfAnswers } from './answers-as-values.ts';
import { hiddenFields, knownAnswers } from './task-form.ts';
import type { TaskRow } from './task-rows.ts';
import type { ProcessTables } from '../tables.ts';

export type FilledTaskForm = {
  versionId: string;
  answers: FormAnswers;
  fileIds: string[];
  /** What the process gets. */
  values: Variables;
};

/**
 * Null: the task has no form. `seen`: what the task sees of the process. Values that whoever fills it in may not see stay as they are.
 * Throws `request.invalid` with a fault for each field, under `answers`.
 */
export async function checkTaskForm(
  ctx: Context,
  task: TaskRow,
  given: z.infer<typeof GivenAnswers> | undefined,
  seen: Variables,
): Promise<FilledTaskForm | null> {
  if (task.form_version_id === null) return null;
  const version = (await formVersions(ctx, [task.form_version_id])).get(task.form_version_id)!;
  const [known, hidden, { country }] = await Promise.all([
    knownAnswers(ctx, task.instance_id, version.definition, seen),
    hiddenFields(ctx, version.definition),
    readOrganisation(ctx),
  ]);
  const unseen = Object.entries(known).filter(([key]) => hidden.has(key));
  const checked = await checkFormAnswers(ctx, {
    form: { id: version.formId },
    filled: { versionId: version.id, answers: { ...given, ...Object.fromEntries(unseen) } },
    audience: 'staff',
    under: 'answers',
  });
  const { versionId, answers, fileIds } = checked!;
  return { versionId, answers, fileIds, values: valuesOfAnswers(version.definition, answers, country) };
}

/** Throws `request.invalid` at fields whose file is no longer there or belongs to something else. */
export async function keepTaskForm(
  ctx: Context,
  task: Pick<TaskRow, 'id' | 'instance_id'>,
  personId: string,
  { versionId, answers, fileIds }: FilledTaskForm,
): Promise<void> {
  await on<ProcessTables>(ctx)
    .insertInto('process_task_answers')
    .values({
      organisation_id: ctx.organisationId,
      task_id: task.id,
      version_id: versionId,
      answers: JSON.stringify(answers),
      person_id: personId,
      at: ctx.clock.now(),
    })
    .execute();
  if (fileIds.length === 0) return;
  const before = await on<ProcessTables>(ctx)
    .selectFrom('process_task_files as f')
    .innerJoin('process_tasks as t', (join) =>
      join.onRef('t.organisation_id', '=', 'f.organisation_id').onRef('t.id', '=', 'f.task_id'),
    )
    .select('f.file_id')
    .where('f.organisation_id', '=', ctx.organisationId)
    .where('t.instance_id', '=', task.instance_id)
    .where('f.file_id', 'in', fileIds)
    .execute();
  const attached = new Set(before.map((row) => row.file_id));
  const fresh = [...new Set(fileIds)].filter((id) => !attached.has(id));
  await attachFiles(ctx, fresh).catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'file.not-found' ? fieldsWithout(error, answers) : error;
  });
  await insertRows<ProcessTables, 'process_task_files'>(
    ctx,
    'process_task_files',
    fresh.map((fileId) => ({ organisation_id: ctx.organisationId, file_id: fileId, task_id: task.id })),
  );
}

/** A draft may be older than an upload that nothing referred to. */
function fieldsWithout(refusal: AppError, answers: FormAnswers): AppError {
  const gone = new Set(refusal.params['ids'] as string[]);
  const fields = Object.keys(answers).filter((key) => gone.has(String(answers[key])));
  return commonErrors.invalid(
    {},
    fields.map((key) => ({ field: `answers.${key}`, code: 'file-gone' })),
  );
}

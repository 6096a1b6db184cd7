// The form of a task as it is shown: what the process knows already while the task is open, what was answered once it has ended.
import { sql } from 'kysely';
import type { FileView } from '#contract/common.ts';
import type { TaskForm } from '#contract/tasks.ts';
import type { Variables } from '#engine/instance.ts';
import { fieldsOf, type FormAnswers, type FormDefinition } from '#kernel/forms/form-definition.ts';
import { accessOf } from '#modules/customers/index.ts';
import { formVersions } from '#modules/forms/index.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import { byKey, type Context } from '#platform/context.ts';
import { familyFrom, rootOf } from '../instances/family.ts';
import { answersOfValues } from './answers-as-values.ts';
import type { TaskRow } from './task-rows.ts';
import type { ProcessTables } from '../tables.ts';

export async function taskForm(ctx: Context, task: TaskRow, variables: Variables): Promise<TaskForm | null> {
  if (task.form_version_id === null) return null;
  const version = (await formVersions(ctx, [task.form_version_id])).get(task.form_version_id)!;
  const { definition } = version;
  const [answers, hiding, files] = await Promise.all([
    task.ended ? answersOf(ctx, task.id) : knownAnswers(ctx, task.instance_id, definition, variables),
    hiddenFields(ctx, definition),
    filesOf(ctx, task.instance_id, definition),
  ]);
  const shown = shownValues(answers, hiding);
  const named = new Set(Object.values(shown));
  return {
    version,
    answers: shown,
    hidden: Object.keys(answers).filter((key) => hiding.has(key)),
    files: files.filter(({ id }) => named.has(id)),
  };
}

/** What the process knows as answers. A file of something else, such as of the case, cannot be given to a task as well. */
export async function knownAnswers(
  ctx: Context,
  instanceId: string,
  definition: FormDefinition,
  variables: Variables,
): Promise<FormAnswers> {
  const [{ country }, files] = await Promise.all([readOrganisation(ctx), filesOf(ctx, instanceId, definition)]);
  const there = new Set(files.map(({ id }) => id));
  const ofFiles = new Set(fieldsOf(definition).flatMap(({ key, type }) => (type === 'file' ? [key] : [])));
  const known = Object.entries(answersOfValues(definition, variables, country));
  return Object.fromEntries(known.filter(([key, answer]) => !ofFiles.has(key) || there.has(String(answer))));
}

/** Personal answers go by the rights to the same class of the customer's record, wherever they were asked. */
export async function hiddenFields(ctx: Context, definition: FormDefinition): Promise<Set<string>> {
  const personal = fieldsOf(definition).filter((field) => field.personal !== null);
  if (personal.length === 0) return new Set();
  const { read } = await accessOf(ctx);
  return new Set(personal.filter((field) => !read.has(field.personal!.fieldClass)).map(({ key }) => key));
}

/** The same for values of an instance: those that forms asked for, also forms of what called it or was called, for values are handed on. */
export async function hiddenValues(ctx: Context, instanceId: string): Promise<Set<string>> {
  const { id } = await rootOf(ctx, instanceId);
  const { rows } = await sql<{ form_version_id: string }>`
    with recursive ${familyFrom(ctx, id)}
    select distinct t.form_version_id from family f
      join process_tasks t on t.organisation_id = ${ctx.organisationId} and t.instance_id = f.id
     where t.form_version_id is not null`.execute(ctx.keyed);
  if (rows.length === 0) return new Set();
  const versions = await formVersions(
    ctx,
    rows.map((row) => row.form_version_id),
  );
  return hiddenFields(ctx, { sections: [...versions.values()].flatMap(({ definition }) => definition.sections) });
}

export const shownValues = <T>(values: Readonly<Record<string, T>>, hidden: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.has(name)));

async function answersOf(ctx: Context, taskId: string): Promise<FormAnswers> {
  const row = await byKey<ProcessTables>(ctx)
    .selectFrom('process_task_answers')
    .select('answers')
    .where('organisation_id', '=', ctx.organisationId)
    .where('task_id', '=', taskId)
    .executeTakeFirst();
  return (row?.answers ?? {}) as FormAnswers;
}

/** That answers to forms of the instance's tasks name; not asked for a form without files. */
async function filesOf(ctx: Context, instanceId: string, definition: FormDefinition): Promise<FileView[]> {
  if (!fieldsOf(definition).some(({ type }) => type === 'file')) return [];
  const { rows } = await sql<FileView>`
    select f.id, f.name, f.media_type as "mediaType", f.size::int as size from process_task_files a
      join process_tasks t on t.organisation_id = a.organisation_id and t.id = a.task_id
      join files f on f.organisation_id = a.organisation_id and f.id = a.file_id
     where a.organisation_id = ${ctx.organisationId} and t.instance_id = ${instanceId} order by f.id limit 500`.execute(
    ctx.keyed,
  );
  return rows;
}

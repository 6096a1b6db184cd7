// What processes hold of a customer, by what they are about: the customer, or something of theirs such as a case; with the processes called by these. Values, answers to forms, comments.
import { sql } from 'kysely';
import type { FormAnswers } from '#kernel/forms/form-definition.ts';
import { eraseAuthorityWords } from '#modules/authority/index.ts';
import { answersInWords, formVersions } from '#modules/forms/index.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import type { LocaleText } from '#contract/common.ts';
import type { Context } from '#platform/context.ts';
import type { CustomerData, CustomerDataSection } from '#platform/customer-data.ts';

export const customerData: CustomerData = {
  async read(ctx, records) {
    const instances = (await instancesOf(ctx, records)).map(({ id }) => id);
    if (instances.length === 0) return [];
    const sections = [
      await valuesOf(ctx, instances),
      await answersOf(ctx, instances),
      await commentsOf(ctx, instances),
    ];
    return sections.filter(({ rows }) => rows.length > 0);
  },
  /** Its gateways would read what is no longer there: whoever erases has it ended first, or cancels it with a reason. */
  async blocks(ctx, records) {
    const count = (await instancesOf(ctx, records)).filter(({ status }) => status === 'running').length;
    return count === 0 ? null : { reason: 'process-running', count };
  },
  async erase(ctx, records) {
    const instances = (await instancesOf(ctx, records)).map(({ id }) => id);
    await eraseAuthorityWords(ctx, 'customer', records);
    await eraseAuthorityWords(ctx, 'process-instance', instances);
    await sql`select processes_erase(${instances}::uuid[])`.execute(ctx.transaction);
  },
};

async function instancesOf(ctx: Context, records: readonly string[]): Promise<{ id: string; status: string }[]> {
  const subjects = [{ type: 'customer', ids: [...records] }];
  // One connection: one after the other.
  for (const { customerData: data } of ctx.platform.modules)
    if (data?.subjects) subjects.push(await data.subjects(ctx, records));
  const pairs = subjects.flatMap(({ type, ids }) => ids.map((id) => ({ type, id })));
  const { rows } = await sql<{ id: string; status: string }>`
    with recursive about as (
      select i.id, i.status from unnest(${pairs.map(({ type }) => type)}::text[], ${pairs.map(({ id }) => id)}::uuid[]) as s (type, id)
        join process_instances i on i.organisation_id = ${ctx.organisationId} and i.subject_id = s.id and i.subject_type = s.type
      union
      select c.id, c.status from about a join process_instances c on c.organisation_id = ${ctx.organisationId} and c.parent_id = a.id
    )
    select id, status from about`.execute(ctx.transaction);
  return rows;
}

type Told = { process: LocaleText; at: Date };

async function valuesOf(ctx: Context, instances: readonly string[]): Promise<CustomerDataSection> {
  const { rows } = await sql<Told & { name: string; value: unknown }>`
    select m.name as process, i.started_at as at, v.name, v.value from process_variables v
      join process_instances i on i.organisation_id = v.organisation_id and i.id = v.instance_id
      join process_models m on m.organisation_id = i.organisation_id and m.id = i.model_id
     where v.organisation_id = ${ctx.organisationId} and v.instance_id = any(${[...instances]}::uuid[]) and v.value <> 'null'
     order by i.started_at, v.scope, v.name`.execute(ctx.transaction);
  const plain = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : value);
  return {
    key: 'processValues',
    title: { ar: 'قيم العمليات', fa: 'مقادیر فرایندها', en: 'Values in processes' },
    columns: [processColumn, startColumn, ...named({ name: nameOfValue, value: wordOfValue })],
    rows: rows.map(({ value, ...row }) => ({ ...row, value: plain(value) })),
  };
}

async function answersOf(ctx: Context, instances: readonly string[]): Promise<CustomerDataSection> {
  const { rows: found } = await sql<Told & { task: string; version_id: string; answers: FormAnswers }>`
    select m.name as process, t.name as task, a.at, a.version_id, a.answers from process_task_answers a
      join process_tasks t on t.organisation_id = a.organisation_id and t.id = a.task_id
      join process_models m on m.organisation_id = t.organisation_id and m.id = t.model_id
     where a.organisation_id = ${ctx.organisationId} and t.instance_id = any(${[...instances]}::uuid[]) order by a.at, a.task_id`.execute(
    ctx.transaction,
  );
  const versions = await formVersions(
    ctx,
    found.map((row) => row.version_id),
  );
  const { language } = await readOrganisation(ctx);
  return {
    key: 'taskForms',
    title: { ar: 'ما عُبّئ من نماذج في المهام', fa: 'فرم‌های پرشده در کارها', en: 'Forms filled in at tasks' },
    columns: [
      processColumn,
      timeColumn,
      ...named({
        task: { ar: 'المهمة', fa: 'کار', en: 'Task' },
        form: { ar: 'النموذج', fa: 'فرم', en: 'Form' },
        field: { ar: 'الحقل', fa: 'فیلد', en: 'Field' },
        answer: { ar: 'الإجابة', fa: 'پاسخ فرم', en: 'Answer' },
      }),
    ],
    rows: found.flatMap(({ version_id, answers, ...row }) => {
      const version = versions.get(version_id);
      return version ? answersInWords(version, answers, language).map((words) => ({ ...row, ...words })) : [];
    }),
  };
}

async function commentsOf(ctx: Context, instances: readonly string[]): Promise<CustomerDataSection> {
  const { rows } = await sql<Told & { text: string }>`
    select m.name as process, c.at, c.body as text from process_comments c
      join process_instances i on i.organisation_id = c.organisation_id and i.id = c.instance_id
      join process_models m on m.organisation_id = i.organisation_id and m.id = i.model_id
     where c.organisation_id = ${ctx.organisationId} and c.instance_id = any(${[...instances]}::uuid[]) order by c.at, c.id`.execute(
    ctx.transaction,
  );
  return {
    key: 'processComments',
    title: { ar: 'التعليقات في العمليات', fa: 'نظرها در فرایندها', en: 'Comments in processes' },
    columns: [processColumn, timeColumn, ...named({ text: { ar: 'النص', fa: 'متن', en: 'Text' } })],
    rows,
  };
}

const named = (columns: Record<string, LocaleText>) => Object.entries(columns).map(([key, name]) => ({ key, name }));
const processColumn = { key: 'process', name: { ar: 'العملية', fa: 'فرایند', en: 'Process' } };
const startColumn = { key: 'at', name: { ar: 'بدأت في', fa: 'آغاز', en: 'Begun' } };
const timeColumn = { key: 'at', name: { ar: 'الوقت', fa: 'زمان', en: 'Time' } };
const nameOfValue = { ar: 'اسم القيمة', fa: 'نام مقدار', en: 'Name of the value' };
const wordOfValue = { ar: 'القيمة', fa: 'مقدار', en: 'Value' };

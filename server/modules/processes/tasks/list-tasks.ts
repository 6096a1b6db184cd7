// Tasks as lists show them: what is due first comes first; of those that ended the last.
import { sql, type RawBuilder } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import type { TaskBrief, TaskState } from '#contract/tasks.ts';
import { personStanding } from '#modules/organisation/index.ts';
import { authorize, type Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { actingPerson } from './people.ts';

export type TaskFilter = {
  of: 'mine' | 'units' | 'all';
  state?: TaskState | undefined;
  overdue?: 'yes' | undefined;
  unitId?: string | undefined;
  modelId?: string | undefined;
  instanceId?: string | undefined;
  subjectType?: string | undefined;
  subjectId?: string | undefined;
};

export type TaskBriefRow = {
  id: string;
  name: string;
  state: TaskState;
  instance_id: string;
  token: number;
  element_id: string;
  model_id: string;
  model_key: string;
  model_name: LocaleText;
  version: number;
  subject_type: string | null;
  subject_id: string | null;
  unit_id: string;
  unit_name: LocaleText;
  assignee_id: string | null;
  assignee_name: string | null;
  priority: number | null;
  opened_at: Date;
  due_at: Date | null;
  ended_at: Date | null;
  wait_until: Date | null;
};

/** `t`: the tasks. */
export async function taskBriefRows(
  ctx: Context,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  limit: number,
): Promise<TaskBriefRow[]> {
  const { rows } = await sql<TaskBriefRow>`
    select t.id, t.name, t.state, t.instance_id, t.token, t.element_id, t.model_id, m.key as model_key, m.name as model_name, v.number as version,
           i.subject_type, i.subject_id, t.unit_id, u.name as unit_name, t.assignee_id, p.name as assignee_name, t.priority, t.opened_at, t.due_at,
           coalesce(t.completed_at, t.withdrawn_at) as ended_at, t.wait_until
      from process_tasks t
      join process_instances i on i.organisation_id = t.organisation_id and i.id = t.instance_id
      join process_models m on m.organisation_id = t.organisation_id and m.id = t.model_id
      join process_versions v on v.organisation_id = t.organisation_id and v.id = t.version_id
      join unit_briefs u on u.organisation_id = t.organisation_id and u.id = t.unit_id
      left join person_briefs p on p.organisation_id = t.organisation_id and p.id = t.assignee_id
     where t.organisation_id = ${ctx.organisationId} and ${where}
     order by ${order} limit ${limit}`.execute(ctx.transaction);
  return rows;
}

export const taskBriefOf = (row: TaskBriefRow, now: Date): TaskBrief => ({
  id: row.id,
  name: row.name,
  state: row.state,
  instanceId: row.instance_id,
  token: row.token,
  elementId: row.element_id,
  model: { id: row.model_id, key: row.model_key, name: row.model_name },
  version: row.version,
  subject: row.subject_id === null ? null : { type: row.subject_type!, id: row.subject_id },
  unit: { id: row.unit_id, name: row.unit_name },
  assignee: row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name! },
  priority: row.priority,
  openedAt: row.opened_at,
  dueAt: row.due_at,
  overdue: row.due_at !== null && row.due_at <= (row.ended_at ?? now),
  endedAt: row.ended_at,
  waitUntil: row.wait_until,
});

/** Keyset order of open ones: without a due time they come after all that have one. */
const dueKey = sql`coalesce(t.due_at, 'infinity'::timestamptz)`;

const endedAt = sql`coalesce(t.completed_at, t.withdrawn_at)`;

/** `all` needs `process.view`. */
export async function listTasks(
  ctx: Context,
  input: TaskFilter & { cursor?: string | undefined; limit: number },
): Promise<{ items: TaskBrief[]; next: string | null }> {
  const { state, overdue, unitId, modelId, instanceId, subjectType, subjectId } = input;
  const now = ctx.clock.now();
  const ended = state === 'completed' || state === 'withdrawn';
  const conditions = [await whose(ctx, input.of), ended ? sql`t.ended` : sql`not t.ended`];
  if (state) conditions.push(sql`t.state = ${state}`);
  if (overdue) conditions.push(sql`t.due_at <= ${ended ? endedAt : sql`${now}`}`);
  if (unitId) conditions.push(sql`t.unit_id = ${unitId}`);
  if (modelId) conditions.push(sql`t.model_id = ${modelId}`);
  if (instanceId) conditions.push(sql`t.instance_id = ${instanceId}`);
  if (subjectType) conditions.push(sql`i.subject_type = ${subjectType}`);
  if (subjectId) conditions.push(sql`i.subject_id = ${subjectId}`);
  if (input.cursor !== undefined) {
    const [at, id] = decodeCursor(input.cursor, 2);
    conditions.push(
      ended
        ? sql`(${endedAt}, t.id) < (${String(at)}::timestamptz, ${String(id)}::uuid)`
        : sql`(${dueKey}, t.id) > (${at === null ? 'infinity' : String(at)}::timestamptz, ${String(id)}::uuid)`,
    );
  }
  const order = ended ? sql`${endedAt} desc, t.id desc` : sql`${dueKey}, t.id`;
  const rows = await taskBriefRows(ctx, sql.join(conditions, sql` and `), order, input.limit + 1);
  return page(
    rows,
    input.limit,
    (row) => taskBriefOf(row, now),
    (row) => [(ended ? row.ended_at : row.due_at)?.toISOString() ?? null, row.id],
  );
}

async function whose(ctx: Context, of: TaskFilter['of']): Promise<RawBuilder<unknown>> {
  if (of === 'all') {
    authorize(ctx, 'process.view');
    return sql`true`;
  }
  const personId = actingPerson(ctx);
  if (of === 'mine') return sql`t.assignee_id = ${personId}`;
  const { unitIds } = await personStanding(ctx, personId);
  return sql`t.unit_id = any(${unitIds}::uuid[])`;
}

// Hand-offs as the API shows them: of a task, and in lists of what waits for a unit or was offered by it.
import { sql, type RawBuilder } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import type { HandOff, HandOffState, TaskBrief } from '#contract/tasks.ts';
import { personStanding } from '#modules/organisation/index.ts';
import { authorize, type Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { taskBriefOf, taskBriefRows } from '../tasks/list-tasks.ts';
import { actingPerson } from '../tasks/people.ts';

type HandOffRow = {
  id: string;
  task_id: string;
  from_unit_id: string;
  from_name: LocaleText;
  to_unit_id: string;
  to_name: LocaleText;
  state: HandOffState;
  what: string;
  criteria: string[];
  offered_at: Date;
  offered_by: string | null;
  offered_name: string | null;
  note: string | null;
  wait_until: Date | null;
  decided_at: Date | null;
  decided_by: string | null;
  decided_name: string | null;
  reason: string | null;
  unmet: string[];
  orphaned_at: Date | null;
  ping_pong: boolean;
};

async function handOffRows(
  ctx: Context,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  limit: number,
): Promise<HandOffRow[]> {
  const { rows } = await sql<HandOffRow>`
    select h.id, h.task_id, h.from_unit_id, f.name as from_name, h.to_unit_id, r.name as to_name, h.state, h.what, h.criteria, h.offered_at, h.offered_by,
           o.name as offered_name, h.note, h.wait_until, h.decided_at, h.decided_by, d.name as decided_name, h.reason, h.unmet, h.orphaned_at, h.ping_pong
      from process_hand_offs h
      join unit_briefs f on f.organisation_id = h.organisation_id and f.id = h.from_unit_id
      join unit_briefs r on r.organisation_id = h.organisation_id and r.id = h.to_unit_id
      left join person_briefs o on o.organisation_id = h.organisation_id and o.id = h.offered_by
      left join person_briefs d on d.organisation_id = h.organisation_id and d.id = h.decided_by
     where h.organisation_id = ${ctx.organisationId} and ${where}
     order by ${order} limit ${limit}`.execute(ctx.transaction);
  return rows;
}

const handOffOf = (row: HandOffRow): HandOff => ({
  id: row.id,
  taskId: row.task_id,
  from: { id: row.from_unit_id, name: row.from_name },
  to: { id: row.to_unit_id, name: row.to_name },
  state: row.state,
  what: row.what,
  criteria: row.criteria,
  offeredAt: row.offered_at,
  offeredBy: row.offered_by === null ? null : { id: row.offered_by, name: row.offered_name! },
  note: row.note,
  waitUntil: row.wait_until,
  decidedAt: row.decided_at,
  decidedBy: row.decided_by === null ? null : { id: row.decided_by, name: row.decided_name! },
  reason: row.reason,
  unmet: row.unmet,
  orphanedAt: row.orphaned_at,
  pingPong: row.ping_pong,
});

const mostOfTask = 50;

/** Newest first. */
export async function handOffsOfTask(ctx: Context, taskId: string): Promise<HandOff[]> {
  const rows = await handOffRows(ctx, sql`h.task_id = ${taskId}`, sql`h.offered_at desc, h.id desc`, mostOfTask);
  return rows.map(handOffOf);
}

export type HandOffFilter = {
  of: 'to-my-units' | 'from-my-units' | 'all';
  state: HandOffState;
  finding?: 'orphaned' | 'ping-pong' | undefined;
  modelId?: string | undefined;
};

/** The oldest first. `all` needs `process.view`. */
export async function listHandOffs(
  ctx: Context,
  input: HandOffFilter & { cursor?: string | undefined; limit: number },
): Promise<{ items: (HandOff & { task: TaskBrief })[]; next: string | null }> {
  const { state, finding, modelId } = input;
  const now = ctx.clock.now();
  const conditions = [await whose(ctx, input.of), sql`h.state = ${state}`];
  if (finding === 'orphaned')
    conditions.push(sql`(h.orphaned_at is not null or (h.state = 'offered' and h.wait_until <= ${now}))`);
  if (finding === 'ping-pong') conditions.push(sql`h.ping_pong`);
  if (modelId) conditions.push(sql`h.model_id = ${modelId}`);
  if (input.cursor !== undefined) {
    const [at, id] = decodeCursor(input.cursor, 2);
    conditions.push(sql`(h.offered_at, h.id) > (${String(at)}::timestamptz, ${String(id)}::uuid)`);
  }
  const rows = await handOffRows(ctx, sql.join(conditions, sql` and `), sql`h.offered_at, h.id`, input.limit + 1);
  const taskIds = rows.map((row) => row.task_id);
  const tasks = await taskBriefRows(ctx, sql`t.id = any(${taskIds}::uuid[])`, sql`t.id`, taskIds.length);
  const byId = new Map(tasks.map((row) => [row.id, taskBriefOf(row, now)]));
  return page(
    rows,
    input.limit,
    (row) => ({ ...handOffOf(row), task: byId.get(row.task_id)! }),
    (row) => [row.offered_at.toISOString(), row.id],
  );
}

async function whose(ctx: Context, of: HandOffFilter['of']): Promise<RawBuilder<unknown>> {
  if (of === 'all') {
    authorize(ctx, 'process.view');
    return sql`true`;
  }
  const { unitIds } = await personStanding(ctx, actingPerson(ctx));
  return sql`${sql.ref(of === 'to-my-units' ? 'h.to_unit_id' : 'h.from_unit_id')} = any(${unitIds}::uuid[])`;
}

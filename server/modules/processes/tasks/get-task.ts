// A task with all that belongs to it: variables, form, claims, hand-offs, comments, and what the reader may do now.
import { sql } from 'kysely';
import type { FileView } from '#contract/common.ts';
import type { Derivation } from '#contract/service-policies.ts';
import type { Task, TaskClaim } from '#contract/tasks.ts';
import type { Json, Variables } from '#engine/instance.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { may, on, type Context } from '#platform/context.ts';
import { processErrors } from '../errors.ts';
import { mayOpenFiles } from './files-of-tasks.ts';
import { handOffsOfTask } from '../hand-offs/hand-offs.ts';
import { taskBriefOf, taskBriefRows } from './list-tasks.ts';
import { peopleNamed, personOrNull } from './people.ts';
import { hiddenValues, shownValues, taskForm } from './task-form.ts';
import { requireTask, settingsOf, type TaskRow } from './task-rows.ts';
import { standingIn, type Standing } from './task-rights.ts';
import type { ProcessTables } from '../tables.ts';
import { visibleVariables } from '../instances/visible-variables.ts';

/** Comments that a task brings along; an instance with more is a forum. */
const mostComments = 200;

/** For whoever works in its units, and `process.view`. Throws `task.not-found`. */
export async function getTask(ctx: Context, id: string): Promise<Task> {
  const task = await requireTask(ctx, id);
  const { form: formKey, stepSheet, position, authority } = settingsOf(task);
  const standing = await standingIn(ctx, task.unit_id, personOrNull(ctx), position);
  if (!standing.works && !may(ctx.actor, 'process.view')) throw processErrors.taskNotFound({ id });
  const seen = variablesOf(ctx, task);
  const [[brief], variables, form, hidden, openFiles, claims, handOffs, comments, people] = await Promise.all([
    taskBriefRows(ctx, sql`t.id = ${id}`, sql`t.id`, 1),
    seen,
    seen.then((values) => taskForm(ctx, task, values)),
    hiddenValues(ctx, task.instance_id),
    mayOpenFiles(ctx, task.instance_id),
    claimsOf(ctx, id),
    handOffsOfTask(ctx, id),
    commentsOf(ctx, task.instance_id),
    peopleNamed(ctx, [task.completed_by]),
  ]);
  return {
    ...taskBriefOf(brief!, ctx.clock.now()),
    formKey,
    form,
    stepSheet,
    position,
    authority: authority && { action: authority.action, withAmount: authority.amount !== null },
    variables: shownValues(variables, hidden) as Task['variables'],
    derivation: task.derivation as Derivation | null,
    claims,
    handOffs,
    comments,
    completedBy: people(task.completed_by),
    withdrawal: task.withdrawal,
    may: { ...mayDo(ctx, task, standing), openFiles },
  };
}

function mayDo(ctx: Context, task: TaskRow, { works, heads, holds }: Standing): Omit<Task['may'], 'openFiles'> {
  const worker = works && may(ctx.actor, 'task.work');
  const open = !task.ended;
  const mine = open && task.assignee_id !== null && task.assignee_id === personOrNull(ctx);
  const given = task.state === 'open' || task.state === 'claimed';
  return {
    claim: worker && holds && task.state === 'open',
    release: mine,
    assign: given && (heads || may(ctx.actor, 'process.operate')),
    delegate: mine,
    complete: mine && (holds || settingsOf(task).position === null),
    decideHandOff: worker && task.state === 'offered',
    offerAgain: worker && task.state === 'returned',
    comment: worker || mine || may(ctx.actor, 'process.operate'),
  };
}

/** From where it stands; of one that has ended, what the process has. */
async function variablesOf(ctx: Context, task: TaskRow): Promise<Variables> {
  const { rows } = await sql<{ number: number; parent: number | null; variables: Record<string, Json> | null }>`
    select s.number, s.parent, (select jsonb_object_agg(v.name, v.value) from process_variables v
             where v.organisation_id = s.organisation_id and v.instance_id = s.instance_id and v.scope = s.number) as variables
      from process_scopes s where s.organisation_id = ${ctx.organisationId} and s.instance_id = ${task.instance_id} order by s.number`.execute(
    ctx.keyed,
  );
  const scopes = rows.map(({ number, parent, variables }) => ({
    number,
    ...(parent === null ? {} : { parent }),
    variables: variables ?? {},
  }));
  const at = await on<ProcessTables>(ctx)
    .selectFrom('process_tokens')
    .select('scope')
    .where('organisation_id', '=', ctx.organisationId)
    .where('instance_id', '=', task.instance_id)
    .where('number', '=', task.token)
    .executeTakeFirst();
  const from = at?.scope ?? scopes.find(({ parent }) => parent === undefined)?.number;
  return from === undefined ? {} : visibleVariables(scopes, from);
}

async function claimsOf(ctx: Context, taskId: string): Promise<TaskClaim[]> {
  const rows = await on<ProcessTables>(ctx)
    .selectFrom('process_task_claims')
    .select(['person_id', 'by_id', 'at', 'ended_at', 'end_reason'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('task_id', '=', taskId)
    .where('refused', '=', false)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostComments)
    .execute();
  const people = await peopleNamed(
    ctx,
    rows.flatMap((row) => [row.person_id, row.by_id]),
  );
  return rows.map((row) => ({
    person: people(row.person_id)!,
    at: row.at,
    by: people(row.by_id),
    until: row.ended_at,
    end: row.end_reason,
  }));
}

async function commentsOf(ctx: Context, instanceId: string): Promise<Task['comments']> {
  const rows = await on<ProcessTables & OrganisationViews>(ctx)
    .selectFrom('process_comments as c')
    .leftJoin('person_briefs as p', (join) =>
      join.onRef('p.organisation_id', '=', 'c.organisation_id').onRef('p.id', '=', 'c.by_id'),
    )
    .select(['c.id', 'c.task_id', 'c.body', 'c.at', 'c.by_id', 'p.name'])
    .select(
      sql<
        FileView[]
      >`coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size) order by f.name)
          from process_comment_files a join files f on f.organisation_id = a.organisation_id and f.id = a.file_id
         where a.organisation_id = c.organisation_id and a.comment_id = c.id), '[]')`.as('files'),
    )
    .where('c.organisation_id', '=', ctx.organisationId)
    .where('c.instance_id', '=', instanceId)
    .orderBy('c.at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(mostComments)
    .execute();
  return rows.toReversed().map((row) => ({
    id: row.id,
    taskId: row.task_id,
    body: row.body,
    at: row.at,
    by: row.by_id === null ? null : { id: row.by_id, name: row.name! },
    files: row.files,
  }));
}

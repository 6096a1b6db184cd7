// Tasks follow their tokens into another version: what is said of the work is of the new version, whose hands it is in stays.
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Definition, TaskSettings, UserTask } from '#engine/definition.ts';
import { evaluate, evaluateText, type FeelContext } from '#engine/expressions.ts';
import type { Instance } from '#engine/instance.ts';
import type { MigrationPlan } from '#engine/plan-migration.ts';
import { StepFailed } from '#engine/step-failed.ts';
import { on, type Context } from '#platform/context.ts';
import { dueOf, type DueOf } from '../instances/due-of.ts';
import { findUnits } from '../tasks/find-unit.ts';
import type { InstanceHead } from '../instances/load-instance.ts';
import { settingsToKeep } from '../tasks/open-task.ts';
import type { Reckoning } from '../instances/reckoning.ts';
import type { ProcessTables } from '../tables.ts';
import type { TaskRow } from '../tasks/task-rows.ts';
import { formInUse } from '#modules/forms/index.ts';
import { visibleVariables } from '../instances/visible-variables.ts';

type Following = {
  head: InstanceHead;
  from: Definition;
  to: Definition;
  /** As it stood before. */
  instance: Instance;
  moves: MigrationPlan['tokens'];
  time: Reckoning;
};

/** What is reckoned anew, only where the version after says something else; absent: it stays. */
type Reckoned = { unit?: string; due?: DueOf | null; priority?: number | null };

/**
 * Name, form, step sheet, position, hand-off and authority are those of the version after. Another due time is counted from when the
 * task was opened. Another unit gets it only while nobody has claimed it and no hand-off is under way. What cannot be reckoned stays
 * as it was; answers with how often.
 */
export async function followTasks(ctx: Context, following: Following): Promise<number> {
  const { head, from, to, instance, moves } = following;
  const tasks = await heldTasks(ctx, head.id);
  if (tasks.length === 0) return 0;
  let notUnderstood = 0;
  const changes = tasks.flatMap((task) => {
    const move = moves.find(({ number }) => number === task.token);
    const token = instance.tokens.find(({ number }) => number === task.token);
    if (!move?.to || !token) return [];
    const [was, is] = [from.nodes.get(move.from) as UserTask, to.nodes.get(move.to) as UserTask];
    const context = {
      variables: visibleVariables(instance.scopes, token.scope),
      now: task.opened_at.toISOString(),
      dayAt: following.time.dayAt,
    };
    const { reckoned, failed } = reckon(was.settings, is.settings, context, following.time);
    notUnderstood += failed;
    return [{ task, node: is, reckoned, formChanged: was.settings.form !== is.settings.form }];
  });
  const [units, forms] = await Promise.all([
    findUnits(
      ctx,
      changes.flatMap(({ reckoned }) => (reckoned.unit ? [reckoned.unit] : [])),
    ),
    formsInUse(
      ctx,
      changes.flatMap(({ node, formChanged }) => (formChanged && node.settings.form ? [node.settings.form] : [])),
    ),
  ]);
  const rows = changes.map(({ task, node, reckoned, formChanged }) => {
    const named = reckoned.unit === undefined ? undefined : units.get(reckoned.unit);
    if (reckoned.unit !== undefined && !named) notUnderstood += 1;
    const unitId = task.state === 'open' ? named : undefined;
    const { due, priority } = reckoned;
    const form = node.settings.form;
    if (formChanged && form !== undefined && !forms.has(form)) notUnderstood += 1;
    return {
      id: task.id,
      element_id: node.id,
      name: node.name ?? node.id,
      settings: settingsToKeep(node.settings),
      form_version_id: formChanged ? (forms.get(form ?? '') ?? null) : task.form_version_id,
      unit_id: unitId ?? task.unit_id,
      owed_by: unitId ?? task.owed_by,
      priority: priority === undefined ? task.priority : priority,
      due_at: due === undefined ? task.due_at : (due?.dueAt ?? null),
      derivation: due === undefined ? task.derivation : (due?.derivation ?? null),
    };
  });
  await sql`update process_tasks t
       set version_id = ${head.versionId}, element_id = r.element_id, name = r.name, settings = r.settings, form_version_id = r.form_version_id, unit_id = r.unit_id,
           owed_by = r.owed_by, priority = r.priority, due_at = r.due_at, derivation = r.derivation
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, element_id text, name text, settings jsonb, form_version_id uuid, unit_id uuid,
           owed_by uuid, priority double precision, due_at timestamptz, derivation jsonb)
     where t.organisation_id = ${ctx.organisationId} and t.id = r.id`.execute(ctx.transaction);
  return notUnderstood;
}

/** Key → the version that is asked now; of a form that the version after names anew. */
async function formsInUse(ctx: Context, keys: readonly string[]): Promise<Map<string, string>> {
  const found = await Promise.all(
    [...new Set(keys)].map(async (key) => [key, (await formInUse(ctx, { key }))?.id] as const),
  );
  return new Map(found.flatMap(([key, id]) => (id ? [[key, id] as const] : [])));
}

/** Those that have not ended, held: nobody claims or gives one away meanwhile. */
const heldTasks = (ctx: Context, instanceId: string): Promise<TaskRow[]> =>
  on<ProcessTables>(ctx)
    .selectFrom('process_tasks')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .where('instance_id', '=', instanceId)
    .where('ended', '=', false)
    .orderBy('id')
    .forUpdate()
    .execute();

/** By the variables of now, and for the due time by the moment when the task was opened. */
function reckon(
  was: TaskSettings,
  is: TaskSettings,
  opened: FeelContext,
  time: Reckoning,
): { reckoned: Reckoned; failed: number } {
  const reckoned: Reckoned = {};
  let failed = 0;
  const where = (changed: boolean, read: () => void): void => {
    if (!changed) return;
    try {
      read();
    } catch (error) {
      if (!(error instanceof StepFailed)) throw error;
      failed += 1;
    }
  };
  const now: FeelContext = { ...opened, now: time.now };
  const { unit, due, priority } = is;
  where(unit !== undefined && !isDeepStrictEqual(was.unit, unit), () => {
    if (unit) reckoned.unit = 'code' in unit ? unit.code : evaluateText(unit.feel, now);
  });
  where(!isDeepStrictEqual(was.due, due), () => {
    reckoned.due = due ? dueOf(due, opened, { ...time, now: opened.now }) : null;
  });
  where(was.priority !== priority, () => {
    const weight = priority === undefined ? null : evaluate(priority, now);
    reckoned.priority = typeof weight === 'number' ? weight : null;
  });
  return { reckoned, failed };
}

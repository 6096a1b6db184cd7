// Tasks as verbs need them: their row, held or not, what of the diagram is kept with them, and how they are called in a notice.
import type { Selectable } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import type { TimerDefinition } from '#engine/definition.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import { processErrors } from '../errors.ts';
import type { ProcessTables } from '../tables.ts';

export type TaskRow = Selectable<ProcessTables['process_tasks']>;

export type HandOffKept = { what: string; criteria: string[]; longestWait: TimerDefinition | null };
export type TaskSettingsKept = {
  /** Its key; the version that was in use is `form_version_id`. */
  form: string | null;
  stepSheet: string | null;
  position: string | null;
  handOff: HandOffKept | null;
  /** The action of the matrix of authority that completing it takes, and the expression of its amount. */
  authority: { action: string; amount: string | null } | null;
};

export const settingsOf = (task: Pick<TaskRow, 'settings'>): TaskSettingsKept => task.settings as TaskSettingsKept;

/** Throws `task.not-found`. `hold`: what happens to it comes one after the other. Instances are held before tasks, never after. */
export async function requireTask(ctx: Context, id: string, hold = false): Promise<TaskRow> {
  const row = await on<ProcessTables>(ctx)
    .selectFrom('process_tasks')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .$if(hold, (select) => select.forNoKeyUpdate())
    .executeTakeFirst();
  if (!row) throw processErrors.taskNotFound({ id });
  return row;
}

/** Held. Throws `task.not-found`, `task.ended`. */
export async function holdOpenTask(ctx: Context, id: string): Promise<TaskRow> {
  const task = await requireTask(ctx, id, true);
  if (task.ended) throw processErrors.taskEnded({ id, state: task.state });
  return task;
}

export async function changeTask(
  ctx: Context,
  id: string,
  change: Partial<Pick<TaskRow, 'state' | 'unit_id' | 'assignee_id' | 'wait_until' | 'completed_at' | 'completed_by'>>,
): Promise<void> {
  await on<ProcessTables>(ctx)
    .updateTable('process_tasks')
    .set(change)
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
}

/** The words of the diagram are in the organisation's language. */
export async function titleOf(ctx: Context, name: string): Promise<LocaleText> {
  const { language } = await readOrganisation(ctx);
  return { [language]: name.slice(0, 200) };
}

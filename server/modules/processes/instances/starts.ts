// Starts with a trigger of the newest version: what arrives, or a moment that comes, looks here for a process to begin.
import { sql } from 'kysely';
import type { Definition, StartEvent, TimerDefinition } from '#engine/definition.ts';
import { evaluateText } from '#engine/expressions.ts';
import type { Cycle } from '#engine/instance.ts';
import { whenDue, type Due } from '#engine/timers.ts';
import { on, type Context } from '#platform/context.ts';
import { insertRecords } from '#platform/db/insert-rows.ts';
import { reckoning, type Reckoning } from './reckoning.ts';
import type { ProcessTables } from '../tables.ts';

/** Those of a new version instead of those of before. A timer counts from the publication. */
export async function writeStarts(ctx: Context, modelId: string, definitions: readonly Definition[]): Promise<void> {
  await on<ProcessTables>(ctx)
    .deleteFrom('process_starts')
    .where('organisation_id', '=', ctx.organisationId)
    .where('model_id', '=', modelId)
    .execute();
  const rows = [];
  for (const definition of definitions) {
    const environment = await reckoning(ctx, definition);
    for (const id of definition.scopes.get(definition.processId)!.triggeredStarts) {
      const { trigger } = definition.nodes.get(id) as StartEvent;
      if (trigger.type === 'none' || trigger.type === 'error') continue;
      const due = trigger.type === 'timer' ? firstDue(trigger.timer, environment) : null;
      rows.push({
        organisation_id: ctx.organisationId,
        model_id: modelId,
        process_id: definition.processId,
        element_id: id,
        type: trigger.type,
        name: trigger.type === 'timer' ? null : trigger.name,
        due_at: due?.dueAt ?? null,
        cycle: due?.cycle ?? null,
      });
    }
  }
  await insertRecords(ctx, 'process_starts', rows);
}

/** Those of the process itself. */
export const timedStarts = (definition: Definition): { id: string; timer: TimerDefinition }[] =>
  definition.scopes.get(definition.processId)!.triggeredStarts.flatMap((id) => {
    const { trigger } = definition.nodes.get(id) as StartEvent;
    return trigger.type === 'timer' ? [{ id, timer: trigger.timer }] : [];
  });

/** An expression sees no values, for there are none yet. Throws `StepFailed` for what gives no moment, which `checkDiagram` finds first. */
export function firstDue(timer: TimerDefinition, time: Reckoning): Due {
  const { value } = timer;
  const text =
    'text' in value ? value.text : evaluateText(value.feel, { variables: {}, now: time.now, dayAt: time.dayAt });
  return whenDue(timer, text, time);
}

export type TriggeredStart = {
  modelId: string;
  unitId: string;
  versionId: string;
  processId: string;
  startId: string;
  dueAt: Date | null;
  cycle: Cycle | null;
};

/** Those that a message or signal of this name begins; `one`: the oldest model alone, for a message begins one. */
export async function startsNamed(
  ctx: Context,
  type: 'message' | 'signal',
  name: string,
  most: number,
): Promise<TriggeredStart[]> {
  return starts(ctx, sql`s.type = ${type} and s.name = ${name}`, most);
}

/** One of the model whose moment has come, held until the transaction ends. */
export async function dueStart(ctx: Context, modelId: string): Promise<TriggeredStart | undefined> {
  return (
    await starts(ctx, sql`s.type = 'timer' and s.model_id = ${modelId} and s.due_at <= ${ctx.clock.now()}`, 1, true)
  )[0];
}

async function starts(
  ctx: Context,
  where: ReturnType<typeof sql>,
  most: number,
  lock = false,
): Promise<TriggeredStart[]> {
  const { rows } = await sql<TriggeredStart>`
    select s.model_id as "modelId", m.unit_id as "unitId", v.id as "versionId", s.process_id as "processId", s.element_id as "startId", s.due_at as "dueAt", s.cycle
      from process_starts s
      join process_models m on m.organisation_id = s.organisation_id and m.id = s.model_id
      join process_versions v on v.organisation_id = m.organisation_id and v.model_id = m.id and v.number = m.version
     where s.organisation_id = ${ctx.organisationId} and ${where}
     order by s.model_id, s.process_id, s.element_id limit ${most}
     ${lock ? sql`for update of s skip locked` : sql``}`.execute(ctx.transaction);
  return rows;
}

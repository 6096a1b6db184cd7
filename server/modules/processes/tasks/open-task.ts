// Opens a task: whose it is, until when, by which version of its form, and whether it is handed over by another unit.
import type { Effect } from '#engine/effects.ts';
import type { TaskSettings, UserTask } from '#engine/definition.ts';
import { evaluate, evaluateText } from '#engine/expressions.ts';
import { StepFailed } from '#engine/step-failed.ts';
import { formInUse } from '#modules/forms/index.ts';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import type { Taken } from '../instances/carry-out.ts';
import { dueOf } from '../instances/due-of.ts';
import { hasPosition } from './find-positions.ts';
import { findUnits } from './find-unit.ts';
import { offerWork } from '../hand-offs/offer-work.ts';
import type { TaskSettingsKept } from './task-rows.ts';
import type { ProcessTables } from '../tables.ts';

/**
 * What the diagram says and nobody understands (a unit that is not there, a due time that is none) keeps no work from being done: it
 * goes to the unit of the process, without a due time, and the event says what was not understood. A form that cannot be filled in is
 * not asked; a position that is not there leaves the work to heads. The form stays at the version that is in use now.
 */
export async function openTask(
  ctx: Context,
  { head, definition, time, handedBy }: Taken,
  effect: Extract<Effect, { type: 'open-task' }>,
): Promise<void> {
  const node = definition.nodes.get(effect.elementId) as UserTask;
  const { unit, due, priority, handOff, form, position } = node.settings;
  const context = { variables: effect.variables, now: time.now, dayAt: time.dayAt };
  const notUnderstood: string[] = [];
  const understood = <T>(what: string, read: () => T): T | null => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof StepFailed)) throw error;
      notUnderstood.push(what);
      return null;
    }
  };
  const code = unit ? understood('unit', () => ('code' in unit ? unit.code : evaluateText(unit.feel, context))) : null;
  const reckoned = due ? understood('due', () => dueOf(due, context, time)) : null;
  const weight = priority ? understood('priority', () => evaluate(priority, context)) : null;
  const wait = handOff?.longestWait;
  const waitUntil = wait ? (understood('longest-wait', () => dueOf(wait, context, time))?.dueAt ?? null) : null;

  const [units, before, version] = await Promise.all([
    code === null ? new Map<string, string>() : findUnits(ctx, [code]),
    handOff && !handedBy ? lastCompleted(ctx, head.id) : null,
    form === undefined ? null : formInUse(ctx, { key: form }),
  ]);
  if (form !== undefined && !version) notUnderstood.push('form');
  if (code !== null && !units.has(code)) notUnderstood.push('unit');
  const unitId = units.get(code ?? '') ?? head.unitId;
  if (position !== undefined && !(await hasPosition(ctx, unitId, position))) notUnderstood.push('position');
  const fromUnitId = handedBy?.unitId ?? before?.unit_id ?? head.unitId;
  const offered = handOff !== undefined && fromUnitId !== unitId;

  const id = newId();
  const settings = settingsToKeep(node.settings);
  await on<ProcessTables>(ctx)
    .insertInto('process_tasks')
    .values({
      organisation_id: ctx.organisationId,
      id,
      instance_id: head.id,
      token: effect.token,
      model_id: head.modelId,
      version_id: head.versionId,
      element_id: effect.elementId,
      name: node.name ?? effect.elementId,
      state: offered ? 'offered' : 'open',
      unit_id: unitId,
      owed_by: unitId,
      settings: JSON.stringify(settings),
      form_version_id: version?.id ?? null,
      priority: typeof weight === 'number' ? weight : null,
      opened_at: ctx.clock.now(),
      due_at: reckoned?.dueAt ?? null,
      derivation: reckoned?.derivation ? JSON.stringify(reckoned.derivation) : null,
      wait_until: offered ? waitUntil : null,
    })
    .execute();
  append(ctx, {
    type: 'task.opened',
    subjectType: 'task',
    subjectId: id,
    data: { instanceId: head.id, modelId: head.modelId, elementId: effect.elementId, unitId, notUnderstood },
  });
  if (offered)
    await offerWork(ctx, {
      task: { id, instance_id: head.id, model_id: head.modelId },
      from: { unitId: fromUnitId, personId: handedBy?.personId ?? null },
      toUnitId: unitId,
      contract: settings.handOff!,
      waitUntil,
      note: null,
    });
}

/** What of the diagram's settings stays with a task. */
export const settingsToKeep = ({ form, stepSheet, position, handOff, authority }: TaskSettings): TaskSettingsKept => ({
  form: form ?? null,
  stepSheet: stepSheet ?? null,
  position: position ?? null,
  handOff: handOff
    ? { what: handOff.handedOver, criteria: [...handOff.acceptance], longestWait: handOff.longestWait ?? null }
    : null,
  authority: authority ? { action: authority.action, amount: authority.amount ?? null } : null,
});

const lastCompleted = (ctx: Context, instanceId: string) =>
  on<ProcessTables>(ctx)
    .selectFrom('process_tasks')
    .select('unit_id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('instance_id', '=', instanceId)
    .where('completed_at', 'is not', null)
    .orderBy('completed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

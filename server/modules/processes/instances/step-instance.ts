// The one place where an instance goes on: loaded and held, executed, stored, and what came of it carried out, in one transaction.
import type { Command } from '#engine/commands.ts';
import { EngineError } from '#engine/engine-error.ts';
import { execute, type Outcome } from '#engine/execute.ts';
import type { Instance } from '#engine/instance.ts';
import type { Definition } from '#engine/definition.ts';
import type { Context } from '#platform/context.ts';
import type { AppError } from '#platform/errors.ts';
import { carryOut } from './carry-out.ts';
import { compiledProcess } from './compiled.ts';
import { processErrors } from '../errors.ts';
import { loadInstance, type InstanceHead, type Loaded } from './load-instance.ts';
import { reckoning } from './reckoning.ts';
import { storeStep } from './store-step.ts';

/** Whose completed task led to what follows: what is handed over then is handed over by them. */
export type HandedBy = { unitId: string; personId: string | null };

export type Stepped = { head: InstanceHead; definition: Definition; instance: Instance };

/**
 * `choose` is asked for the command once the instance is held, so that it sees what stands; null: there is nothing to do. Answers
 * with null then, and with `skipLocked` also while somebody else is at it. Throws `process-instance.not-found`,
 * `process-instance.ended`, `process-instance.not-there`, `process-instance.no-incident`.
 */
export async function stepInstance(
  ctx: Context,
  instanceId: string,
  choose: (loaded: Loaded) => Promise<Command | null> | Command | null,
  options: { skipLocked?: boolean; handedBy?: HandedBy | undefined; reason?: string } = {},
): Promise<Stepped | null> {
  const loaded = await loadInstance(ctx, instanceId, options);
  if (!loaded) {
    if (options.skipLocked) return null;
    throw processErrors.instanceNotFound({ id: instanceId });
  }
  const command = await choose(loaded);
  if (!command) return null;
  return takeStep(ctx, loaded, command, options);
}

/** Of an instance that is held. Throws what `stepInstance` throws. */
export function takeStep(
  ctx: Context,
  { head, instance }: Loaded,
  command: Command,
  options: { handedBy?: HandedBy | undefined; reason?: string } = {},
): Promise<Stepped> {
  return take(ctx, head, instance, command, options);
}

/** The same for the first step of an instance whose row was just written. */
export function takeFirst(
  ctx: Context,
  head: InstanceHead,
  command: Extract<Command, { type: 'start' }>,
): Promise<Stepped> {
  return take(ctx, head, undefined, command, {});
}

async function take(
  ctx: Context,
  head: InstanceHead,
  before: Instance | undefined,
  command: Command,
  { handedBy, reason = null }: { handedBy?: HandedBy | undefined; reason?: string | null },
): Promise<Stepped> {
  const definition = await compiledProcess(ctx, head.versionId, head.processId);
  const time = await reckoning(ctx, definition);
  const outcome = executed(definition, before, command, time, head.id);
  // Sent in this order and not waited for in between: each answer that is waited for costs more than the statement.
  await Promise.all([
    storeStep(ctx, head, before, outcome, reason),
    carryOut(ctx, { head, definition, before, outcome, command, time, handedBy }),
  ]);
  return { head, definition, instance: outcome.instance };
}

function executed(
  definition: Definition,
  before: Instance | undefined,
  command: Command,
  time: Parameters<typeof execute>[3],
  id: string,
): Outcome {
  try {
    return execute(definition, before, command, time);
  } catch (error) {
    if (error instanceof EngineError) throw refusalOf(error, id);
    throw error;
  }
}

function refusalOf({ code, params }: EngineError, id: string): AppError {
  if (code === 'instance-ended') return processErrors.instanceEnded({ id, ...params });
  if (code === 'token-without-incident') return processErrors.noIncident({ id, ...params });
  if (code === 'start-unknown') return processErrors.notStartable({ id, ...params });
  return processErrors.notThere({ id, ...params });
}

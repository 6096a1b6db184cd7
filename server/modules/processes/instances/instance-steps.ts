// What people do to a running instance: cancel it, have a failed step tried again, set variables right; each is kept with its reason.
import type { Variables } from '#engine/instance.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { actorId } from '#platform/actor.ts';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { ask } from './asks.ts';
import { processErrors } from '../errors.ts';
import { stepInstance } from './step-instance.ts';
import type { ProcessTables } from '../tables.ts';

/** Throws `process-instance.not-found`, `process-instance.ended`. */
export async function cancelInstance(ctx: Context, { id, reason }: { id: string; reason: string }): Promise<void> {
  const words = cleanText(reason);
  await stepInstance(ctx, id, () => ({ type: 'cancel' }), { reason: words });
  await correct(ctx, { id, type: 'cancelled', reason: words });
}

/** Throws `process-instance.not-found`, `process-instance.ended`, `process-instance.not-there`, `process-instance.no-incident`. */
export async function retryToken(ctx: Context, { id, token }: { id: string; token: number }): Promise<void> {
  let elementId: string | null = null;
  await stepInstance(ctx, id, async ({ instance }) => {
    const at = instance.tokens.find(({ number }) => number === token);
    elementId = at?.elementId ?? null;
    // What the product could not do is done by a job; the engine only waits for it.
    if (at && !at.incident && (await retryService(ctx, id, token))) return null;
    return { type: 'retry', token };
  });
  await correct(ctx, { id, type: 'retried', elementId });
  append(ctx, eventOf(id, 'process-instance.retried', { token }));
}

async function retryService(ctx: Context, instanceId: string, token: number): Promise<boolean> {
  const service = await on<ProcessTables>(ctx)
    .updateTable('process_services')
    .set({ tries: 0, failed_at: null, fault: null })
    .where('organisation_id', '=', ctx.organisationId)
    .where('instance_id', '=', instanceId)
    .where('token', '=', token)
    .where('failed_at', 'is not', null)
    .returning('kind')
    .executeTakeFirst();
  if (service) ask(ctx, service.kind === 'call' ? 'process.call' : 'process.run-service', { instanceId, token });
  return service !== undefined;
}

/** Throws `process-instance.not-found`, `process-instance.ended`, `process-instance.not-there`. */
export async function setVariables(
  ctx: Context,
  input: { id: string; scope: number; variables: Variables; reason: string },
): Promise<void> {
  const { id, scope, variables, reason } = input;
  const names = Object.keys(variables);
  if (names.length === 0) throw processErrors.notThere({ id });
  await stepInstance(ctx, id, () => ({ type: 'set-variables', scope, variables }));
  await correct(ctx, { id, type: 'variables-set', names, reason: cleanText(reason) });
  append(ctx, eventOf(id, 'process-instance.variables-set', { scope, count: names.length }));
}

const eventOf = (id: string, type: string, data: Record<string, string | number>) => ({
  type,
  subjectType: 'process-instance',
  subjectId: id,
  data,
});

async function correct(
  ctx: Context,
  one: {
    id: string;
    type: 'variables-set' | 'retried' | 'cancelled';
    elementId?: string | null;
    names?: readonly string[];
    reason?: string;
  },
): Promise<void> {
  await on<ProcessTables>(ctx)
    .insertInto('process_corrections')
    .values({
      organisation_id: ctx.organisationId,
      id: newId(),
      instance_id: one.id,
      at: ctx.clock.now(),
      by_kind: ctx.actor.kind,
      by_id: actorId(ctx.actor),
      type: one.type,
      element_id: one.elementId ?? null,
      names: [...(one.names ?? [])],
      reason: one.reason ?? null,
    })
    .execute();
}

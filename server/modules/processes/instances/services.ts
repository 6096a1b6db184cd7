// What the product was asked to do for a token: written by the step, removed when it is done or not wanted any more.
import type { Effect } from '#engine/effects.ts';
import { on, type Context } from '#platform/context.ts';
import type { InstanceHead } from './load-instance.ts';
import type { ProcessTables } from '../tables.ts';

export async function writeService(
  ctx: Context,
  head: InstanceHead,
  effect: Extract<Effect, { type: 'call-service' | 'call-process' }>,
  kind: 'service' | 'call',
  topic: string,
): Promise<void> {
  await on<ProcessTables>(ctx)
    .insertInto('process_services')
    .values({
      organisation_id: ctx.organisationId,
      instance_id: head.id,
      token: effect.token,
      element_id: effect.elementId,
      kind,
      topic,
      input: JSON.stringify(effect.input),
      asked_at: ctx.clock.now(),
    })
    .execute();
}

/** Nothing is there for it where it was done already. */
export async function removeService(ctx: Context, instanceId: string, token: number): Promise<void> {
  await on<ProcessTables>(ctx)
    .deleteFrom('process_services')
    .where('organisation_id', '=', ctx.organisationId)
    .where('instance_id', '=', instanceId)
    .where('token', '=', token)
    .execute();
}

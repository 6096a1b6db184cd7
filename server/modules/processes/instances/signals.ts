// Signals on their way: kept, and told to everybody that listens by a job.
import type { Variables } from '#engine/instance.ts';
import { on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { ask } from './asks.ts';
import type { ProcessTables } from '../tables.ts';

export async function keepSignal(ctx: Context, name: string, variables: Variables): Promise<void> {
  const signalId = newId();
  await on<ProcessTables>(ctx)
    .insertInto('process_signals')
    .values({
      organisation_id: ctx.organisationId,
      id: signalId,
      name,
      variables: JSON.stringify(variables),
      thrown_at: ctx.clock.now(),
    })
    .execute();
  ask(ctx, 'process.broadcast-signal', { signalId });
}

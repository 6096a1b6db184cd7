// Throws a signal to everybody that listens: instances that wait for it, and processes that begin with it.
import { sql } from 'kysely';
import type { Variables } from '#engine/instance.ts';
import { on, type Context } from '#platform/context.ts';
import { ask } from './asks.ts';
import { beginInstance } from './begin-instance.ts';
import { keepSignal } from './signals.ts';
import { startsNamed } from './starts.ts';
import { stepInstance } from './step-instance.ts';
import type { ProcessTables } from '../tables.ts';

/** Processes of one organisation that one signal begins. */
const mostStarts = 1_000;
/** Listeners asked for in one statement. */
const batch = 1_000;

/** Answers with how many listen now; a job tells them. */
export async function throwSignal(
  ctx: Context,
  { name, variables }: { name: string; variables: Variables },
): Promise<{ receivers: number }> {
  await keepSignal(ctx, name, variables);
  const [{ rows }, starts] = await Promise.all([
    sql<{ count: number }>`
      select count(*)::int as count from process_subscriptions
       where organisation_id = ${ctx.organisationId} and type = 'signal' and name = ${name}`.execute(ctx.transaction),
    startsNamed(ctx, 'signal', name, mostStarts),
  ]);
  return { receivers: rows[0]!.count + starts.length };
}

/** Asks for each listener and begins what begins with it, in one transaction: a second time there is nothing left to tell. */
export async function broadcastSignal(ctx: Context, signalId: string): Promise<void> {
  const told = await on<ProcessTables>(ctx)
    .updateTable('process_signals')
    .set({ told_at: ctx.clock.now() })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', signalId)
    .where('told_at', 'is', null)
    .executeTakeFirstOrThrow();
  const signal = told.numUpdatedRows === 0n ? undefined : await signalOf(ctx, signalId);
  if (!signal) return;
  for (let after: Listener | undefined; ;) {
    const listeners: Listener[] = await listenersAfter(ctx, signal.name, after);
    for (const { instanceId, subscription } of listeners)
      ask(ctx, 'process.hear-signal', { signalId, instanceId, subscription });
    after = listeners.at(-1);
    if (listeners.length < batch) break;
  }
  for (const { modelId, unitId, versionId, processId, startId } of await startsNamed(
    ctx,
    'signal',
    signal.name,
    mostStarts,
  ))
    await beginInstance(ctx, { modelId, unitId, versionId, processId, startId, variables: signal.variables });
}

/** One listener, once; nothing where it does not listen any more. */
export async function hearSignal(
  ctx: Context,
  { signalId, instanceId, subscription }: Listener & { signalId: string },
): Promise<void> {
  const signal = await signalOf(ctx, signalId);
  if (!signal) return;
  await stepInstance(ctx, instanceId, async ({ instance }) => {
    if (!instance.subscriptions.some(({ number }) => number === subscription)) return null;
    const heard = await on<ProcessTables>(ctx)
      .insertInto('process_signals_heard')
      .values({
        organisation_id: ctx.organisationId,
        signal_id: signalId,
        instance_id: instanceId,
        subscription,
        heard_at: ctx.clock.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (heard.numInsertedOrUpdatedRows === 0n) return null;
    return { type: 'deliver', subscription, variables: signal.variables };
  });
}

type Listener = { instanceId: string; subscription: number };

async function listenersAfter(ctx: Context, name: string, after: Listener | undefined): Promise<Listener[]> {
  const { rows } = await sql<Listener>`
    select instance_id as "instanceId", number as subscription from process_subscriptions
     where organisation_id = ${ctx.organisationId} and type = 'signal' and name = ${name} and key = ''
       ${after ? sql`and (instance_id, number) > (${after.instanceId}::uuid, ${after.subscription})` : sql``}
     order by instance_id, number limit ${batch}`.execute(ctx.transaction);
  return rows;
}

async function signalOf(ctx: Context, id: string): Promise<{ name: string; variables: Variables } | undefined> {
  const row = await on<ProcessTables>(ctx)
    .selectFrom('process_signals')
    .select(['name', 'variables'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { name: row.name, variables: row.variables as Variables };
}

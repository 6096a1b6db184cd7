// Delivers a message: to the instance that waits for it, to a process that begins with it, or kept until somebody wants it.
import { sql } from 'kysely';
import type { Variables } from '#engine/instance.ts';
import { on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { ask } from './asks.ts';
import { beginInstance } from './begin-instance.ts';
import { startsNamed } from './starts.ts';
import { stepInstance } from './step-instance.ts';
import type { ProcessTables } from '../tables.ts';

export type MessageInput = {
  /** With one, the same message is not taken twice. */
  id?: string | undefined;
  name: string;
  key: string;
  variables: Variables;
  /** Seconds. */
  timeToLive: number;
  /** What a process that begins with it is about. */
  subject?: { type: string; id: string };
};
export type MessageOutcome = {
  outcome: 'delivered' | 'started' | 'kept' | 'unwanted' | 'known';
  instanceId: string | null;
};

export async function sendMessage(ctx: Context, input: MessageInput): Promise<MessageOutcome> {
  const { id = newId(), name, key, variables, timeToLive, subject } = input;
  const now = ctx.clock.now();
  const written = await on<ProcessTables>(ctx)
    .insertInto('process_messages')
    .values({
      organisation_id: ctx.organisationId,
      id,
      name,
      key,
      variables: JSON.stringify(variables),
      arrived_at: now,
      expires_at: new Date(now.getTime() + timeToLive * 1_000),
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
    .executeTakeFirstOrThrow();
  if (written.numInsertedOrUpdatedRows === 0n) return { outcome: 'known', instanceId: await receiverOf(ctx, id) };
  const taken = await giveMessage(ctx, { id, name, key, variables, ...(subject ? { subject } : {}) });
  if (taken) return taken;
  if (timeToLive === 0) return { outcome: 'unwanted', instanceId: null };
  // Somebody may begin to wait for it at this moment.
  ask(ctx, 'process.match-message', { name, key });
  return { outcome: 'kept', instanceId: null };
}

/** To the instance that waits longest, or else to a process that begins with it; null: nobody wants it. */
async function giveMessage(
  ctx: Context,
  message: Omit<MessageInput, 'id' | 'timeToLive'> & { id: string },
): Promise<MessageOutcome | null> {
  const { id, name, key, variables, subject = null } = message;
  // One that somebody else is at is waited for; where it does not want the message any more, the next is asked.
  for (const waiting of await waitingFor(ctx, name, key)) {
    const stepped = await stepInstance(ctx, waiting.instanceId, ({ instance }) =>
      instance.subscriptions.some(({ number }) => number === waiting.subscription)
        ? { type: 'deliver', subscription: waiting.subscription, variables }
        : null,
    );
    if (!stepped) continue;
    await markTaken(ctx, id, waiting.instanceId);
    return { outcome: 'delivered', instanceId: waiting.instanceId };
  }
  const [start] = await startsNamed(ctx, 'message', name, 1);
  if (!start) return null;
  const { modelId, unitId, versionId, processId, startId } = start;
  const instanceId = (await beginInstance(ctx, {
    modelId,
    unitId,
    versionId,
    processId,
    startId,
    variables,
    subject,
  }))!;
  await markTaken(ctx, id, instanceId);
  return { outcome: 'started', instanceId };
}

/** How many that wait are tried, one after the other. */
const mostTried = 5;

async function waitingFor(
  ctx: Context,
  name: string,
  key: string,
): Promise<{ instanceId: string; subscription: number }[]> {
  const { rows } = await sql<{ instanceId: string; subscription: number }>`
    select instance_id as "instanceId", number as subscription from process_subscriptions
     where organisation_id = ${ctx.organisationId} and type = 'message' and name = ${name} and key = ${key}
     order by instance_id, number limit ${mostTried}`.execute(ctx.keyed);
  return rows;
}

async function markTaken(ctx: Context, id: string, instanceId: string): Promise<void> {
  await on<ProcessTables>(ctx)
    .updateTable('process_messages')
    .set({ taken_at: ctx.clock.now(), instance_id: instanceId })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
}

async function receiverOf(ctx: Context, id: string): Promise<string | null> {
  const row = await on<ProcessTables>(ctx)
    .selectFrom('process_messages')
    .select('instance_id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.instance_id ?? null;
}

/** The oldest message of this name and key that waits; whether it found somebody. For a job, which goes on while it did. */
export async function matchMessage(ctx: Context, { name, key }: { name: string; key: string }): Promise<boolean> {
  const message = await on<ProcessTables>(ctx)
    .selectFrom('process_messages')
    .select(['id', 'variables'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('name', '=', name)
    .where('key', '=', key)
    .where('taken_at', 'is', null)
    .where('expires_at', '>', ctx.clock.now())
    .orderBy('arrived_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  if (!message) return false;
  return (await giveMessage(ctx, { id: message.id, name, key, variables: message.variables as Variables })) !== null;
}

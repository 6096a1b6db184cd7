// Messages as rows: those that processes throw, and what their payload is to the receiver.
import type { Effect } from '#engine/effects.ts';
import type { Json, Variables } from '#engine/instance.ts';
import { on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { ask } from './asks.ts';
import type { ProcessTables } from '../tables.ts';

/** What processes tell each other waits this long for somebody who wants it. */
const thrownLifeMs = 86_400_000;

export async function keepThrownMessage(
  ctx: Context,
  { name, key, payload }: Extract<Effect, { type: 'send-message' }>,
): Promise<void> {
  const now = ctx.clock.now();
  await on<ProcessTables>(ctx)
    .insertInto('process_messages')
    .values({
      organisation_id: ctx.organisationId,
      id: newId(),
      name,
      key,
      variables: JSON.stringify(variablesOf(payload, 'payload')),
      arrived_at: now,
      expires_at: new Date(now.getTime() + thrownLifeMs),
    })
    .execute();
  ask(ctx, 'process.match-message', { name, key });
}

/** What is no object becomes a variable of that name. */
export const variablesOf = (value: Json, name: string): Variables =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Variables)
    : value === null
      ? {}
      : { [name]: value };

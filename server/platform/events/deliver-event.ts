// Delivers an event to one subscriber: a job each, recorded in the subscriber's own transaction so that twice is once.
import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import { on, type Context } from '../context.ts';
import { transact } from '../db/transact.ts';
import { defineJob, type Job } from '../jobs/job.ts';
import type { PlatformTables } from '../tables.ts';
import { deliveryQueue, type StoredEvent, type Subscriber } from './event.ts';

/** The job that delivers to a subscriber. A job of an earlier version names one event. */
export function deliveryJob(subscriber: Subscriber): Job<{ eventIds?: string[]; eventId?: string }> {
  return defineJob({
    name: deliveryQueue(subscriber),
    ...(subscriber.concurrency ? { concurrency: subscriber.concurrency } : {}),
    data: z.object({ organisationId: z.uuid(), eventIds: z.array(z.uuid()).optional(), eventId: z.uuid().optional() }),
    handle: async (platform, { organisationId, eventId, eventIds = eventId ? [eventId] : [] }) => {
      const actor = { kind: 'system', name: subscriber.name } as const;
      await transact<unknown>(platform, { organisationId, actor }, async (ctx) => {
        const events = await firstHeard(ctx, subscriber, eventIds);
        const [event] = events;
        if (!event) return undefined;
        // Who hears one by one gets a job for each event.
        return 'handleAll' in subscriber ? subscriber.handleAll(ctx, events) : subscriber.handle(ctx, event);
      });
    },
  });
}

/**
 * Notes the delivery, and answers with what was not delivered before, in the order in which it was said. Events that are heard
 * together are noted by their first: a job always names the same ones.
 */
async function firstHeard(ctx: Context, subscriber: Subscriber, eventIds: readonly string[]): Promise<StoredEvent[]> {
  const db = on<PlatformTables>(ctx);
  const [firstId] = eventIds;
  if (firstId === undefined) return [];
  const noted = await db
    .insertInto('event_deliveries')
    .values({
      organisation_id: ctx.organisationId,
      event_id: firstId,
      subscriber: subscriber.name,
      delivered_at: ctx.clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('event_id')
    .executeTakeFirst();
  if (!noted) return [];
  const rows = await db
    .selectFrom('events')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .where(sql<boolean>`id = any (${[...eventIds]}::uuid[])`)
    .orderBy('id')
    .execute();
  return rows.map(storedEvent);
}

function storedEvent(row: Selectable<PlatformTables['events']>): StoredEvent {
  return {
    organisationId: row.organisation_id,
    id: row.id,
    type: row.type,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    customerId: row.customer_id,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    at: row.at,
    data: row.data as Record<string, unknown>,
  };
}

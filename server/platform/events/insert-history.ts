// Writes events of things that happened earlier, with their own actors and times: imports and the sample. Nobody is told of them.
import type { Context } from '../context.ts';
import { insertRecords } from '../db/insert-rows.ts';
import { newId } from '../ids.ts';
import type { StoredEvent } from './event.ts';

/** Ids rise in the order given: events of one moment keep it. Subscribers do not hear of them. */
export function insertHistory(
  ctx: Context,
  events: readonly Omit<StoredEvent, 'organisationId' | 'id'>[],
): Promise<void> {
  return insertRecords(
    ctx,
    'events',
    events.map((event) => ({
      organisation_id: ctx.organisationId,
      id: newId(),
      type: event.type,
      subject_type: event.subjectType,
      subject_id: event.subjectId,
      customer_id: event.customerId,
      actor_kind: event.actorKind,
      actor_id: event.actorId,
      at: event.at,
      data: event.data,
    })),
  );
}

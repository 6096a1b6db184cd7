// Writes the events of a transaction, behind its work and with its commit, and asks for their delivery.
import { sql } from 'kysely';
import { actorId } from '../actor.ts';
import { on, type Context } from '../context.ts';
import type { Session } from '../db/session.ts';
import type { PlatformTables } from '../tables.ts';
import { deliveryQueue, mostAtOnce, type StoredEvent } from './event.ts';

/** More than this leave in statements of two thousand, a parameter a column, and are waited for. */
const few = 50;
const batch = 2_000;

type EventRow = {
  organisation_id: string;
  id: string;
  type: string;
  subject_type: string;
  subject_id: string;
  customer_id: string | null;
  actor_kind: StoredEvent['actorKind'];
  actor_id: string | null;
  at: Date;
  data: Record<string, unknown>;
  only_for: string[] | null;
};

/** Enqueues the deliveries. Returns when the events have gone out: the commit is refused when they are, and says why. */
export async function sendEvents(ctx: Context, session: Session): Promise<void> {
  if (ctx.events.length === 0) return;
  askForDelivery(ctx);
  const now = ctx.clock.now();
  const rows = ctx.events.map((event): EventRow => ({
    organisation_id: ctx.organisationId,
    id: event.id,
    type: event.type,
    subject_type: event.subjectType,
    subject_id: event.subjectId,
    customer_id: event.customerId ?? null,
    actor_kind: event.actor.kind,
    actor_id: actorId(event.actor),
    at: event.at ?? now,
    data: event.data ?? {},
    only_for: event.onlyFor ? [...event.onlyFor] : null,
  }));
  if (rows.length > few) return insertMany(ctx, rows);
  const statement = on<PlatformTables>(ctx)
    .insertInto('events')
    .values(rows.map((row) => ({ ...row, data: JSON.stringify(row.data) })))
    .compile();
  void session.send(statement).catch(() => {});
}

/** Arrays of columns: a million rows of an import cost no parsing of JSON but that of `data`. */
async function insertMany(ctx: Context, rows: readonly EventRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += batch) {
    const some = rows.slice(at, at + batch);
    const all = <K extends keyof EventRow>(key: K): EventRow[K][] => some.map((row) => row[key]);
    await sql`insert into events (organisation_id, id, type, subject_type, subject_id, customer_id, actor_kind, actor_id, at, data, only_for)
      select ${ctx.organisationId}::uuid, r.id, r.type, r.subject_type, r.subject_id, r.customer_id, r.actor_kind, r.actor_id, r.at, r.data::jsonb, r.only_for::uuid[]
        from unnest(${all('id')}::uuid[], ${all('type')}::text[], ${all('subject_type')}::text[], ${all('subject_id')}::uuid[],
                    ${all('customer_id')}::uuid[], ${all('actor_kind')}::text[], ${all('actor_id')}::uuid[], ${all('at')}::timestamptz[],
                    ${some.map((row) => JSON.stringify(row.data))}::text[],
                    ${some.map((row) => row.only_for && `{${row.only_for.join()}}`)}::text[])
          as r (id, type, subject_type, subject_id, customer_id, actor_kind, actor_id, at, data, only_for)`.execute(
      ctx.transaction,
    );
  }
}

/** A job for each event and subscriber; one for many events where the subscriber hears them together. */
function askForDelivery(ctx: Context): void {
  const subscribers = ctx.platform.modules.flatMap((module) => module.subscribers ?? []);
  for (const subscriber of subscribers) {
    const heard = ctx.events.filter((event) => event.type === subscriber.event).map((event) => event.id);
    const atOnce = 'handleAll' in subscriber ? mostAtOnce : 1;
    for (let from = 0; from < heard.length; from += atOnce) {
      ctx.jobs.push({
        queue: deliveryQueue(subscriber),
        data: { organisationId: ctx.organisationId, eventIds: heard.slice(from, from + atOnce) },
      });
    }
  }
}

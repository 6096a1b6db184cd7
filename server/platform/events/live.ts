// The live stream: tells every open screen of an organisation what happened, in commit order, resumable by the last event id.
import { sql } from 'kysely';
import pg from 'pg';
import { breakOff } from '../db/away.ts';
import type { Connection } from '../db/connect.ts';
import type { Log } from '../log.ts';

/** What a screen hears; it fetches the rest through the API with its own permissions. */
export type LiveEvent = {
  /** Position in commit order, given back as Last-Event-ID. */
  position: string;
  id: string;
  type: string;
  subjectType: string;
  subjectId: string;
  at: string;
  actorKind: string;
  actorId: string | null;
};

/** `personId`: who listens; others do not hear what is only for that person. */
export type LiveListener = { organisationId: string; personId?: string | null; hear(events: LiveEvent[]): void };

export type LiveNotifier = {
  /** Says that something was committed. Calls are gathered, so that a busy process notifies at most twenty times a second. */
  announce(): void;
  /** Starts listening; returns the function that ends it. `after` is a position, or undefined for "from now". */
  subscribe(listener: LiveListener, after: string | undefined): Promise<() => void>;
  start(): Promise<void>;
  /** The connection that listens is lost, even if nothing has said so: the next sweep makes another. */
  reconnect(): void;
  stop(): Promise<void>;
};

const channel = 'rida_events';
const gatherMs = 50;
/** For a connection, and for an answer on it. */
const patienceMs = 10_000;
/** Events read at once for one listener. */
const batch = 500;

/** `sweepMs`: a notification can be lost when its connection breaks; the table is asked this often in any case. */
export function createLive(connection: Connection, log: Log, sweepMs = 5_000): LiveNotifier {
  const listeners = new Map<LiveListener, string>();
  let client: pg.Client | undefined;
  let pending: NodeJS.Timeout | undefined;
  let sweep: NodeJS.Timeout | undefined;
  let reading: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let connecting: Promise<void> | undefined;

  async function listen(): Promise<void> {
    const next = new pg.Client({
      connectionString: connection.url,
      application_name: 'rida-live',
      keepAlive: true,
      // A database that lets us in and says nothing would hold us for ever.
      connectionTimeoutMillis: patienceMs,
      query_timeout: patienceMs,
    });
    next.on('notification', () => void read());
    next.on('error', () => {
      client = undefined;
    });
    next.on('end', () => {
      client = undefined;
    });
    await next.connect();
    if (stopped) return next.end();
    await next.query(`listen ${channel}`);
    client = next;
  }

  function read(): Promise<void> {
    if (reading) {
      again = true;
      return reading;
    }
    reading = (async () => {
      do {
        again = false;
        await tell();
      } while (again);
    })()
      .catch((error: unknown) => log.error({ err: error }, 'live stream'))
      .finally(() => {
        reading = undefined;
      });
    return reading;
  }

  async function tell(): Promise<void> {
    for (const [listener, after] of listeners) {
      const events = await eventsAfter(connection, listener, after);
      if (events.length === 0 || !listeners.has(listener)) continue;
      listeners.set(listener, events.at(-1)!.position);
      listener.hear(events);
      // Somebody was away for long: the rest follows without waiting for the next event.
      if (events.length === batch) again = true;
    }
  }

  return {
    announce() {
      pending ??= setTimeout(() => {
        pending = undefined;
        connection.pool
          .query(`select pg_notify('${channel}', '')`)
          .catch((error: unknown) => log.warn({ err: error }, 'notify failed; the sweep will do it'));
      }, gatherMs);
    },
    async subscribe(listener, after) {
      const now = await currentPosition(connection);
      // A position from the future is of a database that was since restored from a backup: go on from now.
      const known =
        after !== undefined &&
        /^\d{1,19}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(after) &&
        BigInt(after.split('.')[0]!) <= BigInt(now.split('.')[0]!);
      const start = known ? after : now;
      listeners.set(listener, start);
      void read();
      return () => void listeners.delete(listener);
    },
    async start() {
      await listen();
      sweep = setInterval(() => {
        if (!client && !stopped) {
          connecting ??= listen()
            .catch((error: unknown) => log.warn({ err: error }, 'live stream cannot listen yet'))
            .finally(() => (connecting = undefined));
        }
        if (listeners.size > 0) void read();
      }, sweepMs);
      sweep.unref();
    },
    reconnect() {
      if (client) breakOff(client);
      client = undefined;
    },
    async stop() {
      stopped = true;
      clearInterval(sweep);
      clearTimeout(pending);
      await connecting;
      await client?.end();
      await reading;
    },
  };
}

/** Everything of transactions that ended before any still open one: nothing can appear below this later. */
async function currentPosition(connection: Connection): Promise<string> {
  const { rows } = await sql<{
    horizon: string;
  }>`select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`.execute(connection.db);
  return `${BigInt(rows[0]!.horizon) - 1n}.ffffffff-ffff-ffff-ffff-ffffffffffff`;
}

async function eventsAfter(
  connection: Connection,
  { organisationId, personId = null }: LiveListener,
  after: string,
): Promise<LiveEvent[]> {
  const [transactionId, id] = after.split('.') as [string, string];
  const { rows } = await sql<{
    position: string;
    id: string;
    type: string;
    subject_type: string;
    subject_id: string;
    at: Date;
    actor_kind: string;
    actor_id: string | null;
  }>`
    select transaction_id::text || '.' || id as position, id, type, subject_type, subject_id, at, actor_kind, actor_id
      from events
     where (transaction_id, id) > (${transactionId}::xid8, ${id}::uuid)
       and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
       and organisation_id = ${organisationId}
       and (only_for is null or ${personId}::uuid = any(only_for))
     order by transaction_id, id
     limit ${batch}`.execute(connection.db);
  return rows.map((row) => ({
    position: row.position,
    id: row.id,
    type: row.type,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    at: row.at.toISOString(),
    actorKind: row.actor_kind,
    actorId: row.actor_id,
  }));
}

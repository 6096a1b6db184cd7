// The pulse of the database: a look every two seconds, on a connection of its own, whether it answers; calls that hang on one that does not are ended.
import pg from 'pg';
import type { Log } from '../log.ts';
import { breakOff, isDatabaseAway, within } from './away.ts';
import type { Connection } from './connect.ts';

export type Pulse = {
  /** Whether the last look found nobody. False before the first one. */
  readonly away: boolean;
  /** Connections of this pool are broken off while the database is away. Made before their first use, they are all known. */
  watch(pool: pg.Pool): void;
  /** Called at each look that finds nobody, for connections that belong to no pool. */
  whenLost(listener: () => void): void;
  start(): void;
  stop(): Promise<void>;
};

const everyMs = 2_000;
/** Longer than a busy server takes for `select 1`, shorter than people wait. */
const patienceMs = 6_000;

/**
 * A server that stopped refuses, and calls fail by themselves. One that is silent (its machine froze, the network dropped it)
 * leaves calls waiting for a quarter of an hour, until TCP gives up, and with them the pool. A look of its own tells that from
 * a long statement, which a limit on statements could not.
 */
export function createPulse(connection: Connection, log: Log): Pulse {
  const clients = new Set<pg.PoolClient>();
  const listeners: (() => void)[] = [];
  let client: pg.Client | undefined;
  let away = false;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let stopped = false;

  async function open(): Promise<pg.Client> {
    const next = new pg.Client({
      connectionString: connection.url,
      application_name: 'rida-pulse',
      connectionTimeoutMillis: patienceMs,
    });
    next.on('error', () => {
      if (client === next) client = undefined;
    });
    await next.connect();
    return next;
  }

  async function look(): Promise<void> {
    try {
      client ??= await open();
      await within(patienceMs, client.query('select 1'));
      found(true);
    } catch (error) {
      if (client) breakOff(client);
      client = undefined;
      // It may also refuse us, for want of connections or of the right password: then it is there.
      if (isDatabaseAway(error)) lost(error);
      else found(false, error);
    }
  }

  function found(answered: boolean, refusal?: unknown): void {
    if (!answered) log.warn({ err: refusal }, 'the database refuses the look at its pulse');
    if (away) log.info('the database is back');
    away = false;
  }

  function lost(error: unknown): void {
    if (!away) log.error({ err: error }, 'the database is away');
    away = true;
    for (const one of clients) breakOff(one);
    for (const listener of listeners) listener();
  }

  function next(): void {
    timer = setTimeout(() => {
      looking = look().finally(() => {
        looking = undefined;
        if (!stopped) next();
      });
    }, everyMs);
    timer.unref();
  }

  return {
    get away() {
      return away;
    },
    watch(pool) {
      pool.on('acquire', (one) => clients.add(one));
      pool.on('remove', (one) => clients.delete(one));
    },
    whenLost: (listener) => void listeners.push(listener),
    start: next,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
      const last = client;
      client = undefined;
      if (last) await within(1_000, last.end()).catch(() => breakOff(last));
    },
  };
}

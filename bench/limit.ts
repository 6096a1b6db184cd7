// The limit: the SQL statements of an operation, noted once from the application in this process and run again by the driver alone.
import pg from 'pg';
import { createApp } from '#server/app.ts';
import { readConfig } from '#platform/config.ts';
import { newId, newSecret, newTrackingCode } from '#platform/ids.ts';
import { gatherWrites } from '#platform/db/gather-writes.ts';
import { createHttp } from '#platform/http/server.ts';
import { createLog } from '#platform/log.ts';
import type { BenchDatabase } from './database.ts';
import { runLoad, type Call, type Load, type Operation } from './load.ts';

export type Statement = {
  text: string;
  values: unknown[];
  /** The name it is prepared under. */
  name: string | undefined;
  /** How many statements of the operation had been answered when this one went out: the others were on their way with it. */
  answered: number;
};

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const trackingCode = /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/;
const hash = /^[\w-]{43}$/;
/** Letters' bodies are not searched for ids: that would measure us. */
const longest = 2000;

/** The statements of each operation, in their order, with their values. */
export async function recordStatements(
  database: BenchDatabase,
  operations: readonly Operation[],
): Promise<Statement[][]> {
  const config = { ...readConfig({ data: database.dataDir, role: 'web', port: '0' }), publicUrl: 'http://localhost' };
  const app = await createApp(config, { databaseUrl: database.url, log: createLog('silent') });
  const http = await createHttp(app.platform);
  const call = async ({ method, path, body, headers }: Call): Promise<void> => {
    const answer = await http.inject({
      method,
      url: path,
      headers: { authorization: `Bearer ${database.key}`, ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    if (answer.statusCode >= 300)
      throw new Error(`${method} ${path} was answered with ${answer.statusCode}: ${answer.body.slice(0, 500)}`);
  };
  const recorded: Statement[][] = [];
  let open: Statement[] | undefined;
  let answered = 0;
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first, second] = given as [string | { text: string; values?: unknown[]; name?: string }, unknown];
    const { text, values, name } =
      typeof first === 'string' ? { text: first, values: Array.isArray(second) ? second : [], name: undefined } : first;
    const ours = open;
    if (typeof text !== 'string' || text.includes('pg_notify')) return Reflect.apply(query, this, given) as unknown;
    open?.push({ text, values: [...(values ?? [])], name, answered });
    const hear = (): void => void (ours === open && (answered += 1));
    const callback = given.at(-1);
    if (typeof callback === 'function')
      given[given.length - 1] = (...result: unknown[]) => (
        hear(),
        Reflect.apply(callback, undefined, result) as unknown
      );
    const answer = Reflect.apply(query, this, given) as unknown;
    if (answer instanceof Promise) answer.then(hear, hear);
    return answer;
  } as typeof query;
  try {
    for (const operation of operations) {
      open = [];
      answered = 0;
      for (const one of operation) await call(one);
      recorded.push(open);
      open = undefined;
    }
  } finally {
    pg.Client.prototype.query = query;
    await http.close();
    await app.stop();
  }
  return recorded;
}

/**
 * Operations a second of the driver alone; the recorded sequences take turns, and statements that went out together do so again.
 * `freshen` gives each its own ids.
 */
export async function measureLimit(
  database: BenchDatabase,
  load: Load,
  recorded: readonly Statement[][],
  freshen?: () => Fresh,
): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: load.concurrency }, async () => {
      const client = new pg.Client({
        connectionString: database.url,
        application_name: 'rida-bench-limit',
        pipeline: true,
      });
      await client.connect();
      return { client, gather: gatherWrites(client) };
    }),
  );
  let turn = 0;
  try {
    const { per_second } = await runLoad(load, async (caller) => {
      const fresh = freshen?.();
      const { client, gather } = clients[caller]!;
      const answers: Promise<unknown>[] = [];
      for (const { text, values, name, answered } of recorded[turn++ % recorded.length]!) {
        if (answered > 0) await answers[answered - 1];
        gather();
        const filled = fresh ? values.map(fresh) : values;
        answers.push(client.query({ text, values: filled, ...(name ? { name } : {}) }));
      }
      await Promise.all(answers);
    });
    return per_second;
  } finally {
    await Promise.all(clients.map(({ client }) => client.end()));
  }
}

export type Fresh = (value: unknown) => unknown;

/** What stands in every recording is given (the organisation, the key, a unit); what does not was made for that one and is made anew. */
export function freshener(recorded: readonly Statement[][], instead: () => ReadonlyMap<string, string>): () => Fresh {
  const seen = recorded.map((statements) => new Set(statements.flatMap(({ values }) => values.flatMap(idsIn))));
  const given = new Set([...(seen[0] ?? [])].filter((id) => seen.every((ids) => ids.has(id))));
  return () => {
    const made = new Map(instead());
    const once = (old: string, make: () => string): string => {
      const known = made.get(old) ?? make();
      made.set(old, known);
      return known;
    };
    return (value) => {
      if (typeof value !== 'string' || value.length > longest) return value;
      if (made.has(value)) return made.get(value);
      if (trackingCode.test(value)) return once(value, newTrackingCode);
      if (hash.test(value) && !given.has(value)) return once(value, newSecret);
      return value.replace(uuid, (id) => (given.has(id) ? id : once(id, newId)));
    };
  };
}

function idsIn(value: unknown): string[] {
  if (typeof value !== 'string' || value.length > longest) return [];
  return hash.test(value) ? [value] : (value.match(uuid) ?? []);
}

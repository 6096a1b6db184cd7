// Opens the database, checks that it is one we can serve on, and guards against using it around an open transaction.
import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { StartError } from '../start-error.ts';
import { createStatementNames, isStalePlan, type StatementNames } from './statement-names.ts';
import { databaseTypes } from './types.ts';

/** Tables are typed per module (`on<CaseTables>(ctx)`), so the connection itself knows none. */
// oxlint-disable-next-line typescript/no-explicit-any -- Kysely's own word for "no fixed tables"
export type Schema = any;
export type Db = Kysely<Schema>;

/** The transaction that the current call runs in, if any. */
export const openTransaction = new AsyncLocalStorage<true>();

export type Connection = {
  db: Db;
  pool: pg.Pool;
  dialect: PostgresDialect;
  url: string;
  version: number;
  /** Of prepared statements; undefined where they are switched off. */
  names: StatementNames | undefined;
  /** One statement by itself, as the owner of the tables, prepared once it comes again. */
  query<R extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<pg.QueryResult<R>>;
  close(): Promise<void>;
};

const oldestVersion = 150_000;

/** Connects, refuses servers that are too old or cannot compare Arabic letters. Throws StartError. */
export async function connect(
  url: string,
  options: { max: number; name: string; prepare?: boolean },
): Promise<Connection> {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max,
    pipeline: true, // whoever waits for each answer before the next statement notices nothing
    types: databaseTypes,
    application_name: options.name,
    connectionTimeoutMillis: 10_000,
  });
  // In a transaction nobody else listens, and a connection that breaks there would end the process; its query reports.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', () => {}); // an idle connection that breaks is replaced; the query that meets it reports
  // One that breaks between two statements of a transaction would end the process; the next statement reports it.
  pool.on('connect', (client) => void client.on('error', () => {}));
  const version = await check(pool).catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  const dialect = new PostgresDialect({ pool: guarded(pool) });
  const db = new Kysely<Schema>({ dialect });
  const names = options.prepare === false ? undefined : createStatementNames();
  return {
    db,
    pool,
    dialect,
    url,
    version,
    names,
    async query<R extends pg.QueryResultRow>(text: string, values: unknown[]) {
      const name = names?.nameOf(text, '');
      try {
        return await pool.query<R>({ text, values, ...(name ? { name } : {}) });
      } catch (error) {
        if (!isStalePlan(error)) throw error;
        names?.forget();
        return pool.query<R>(text, values);
      }
    },
    async close() {
      await db.destroy();
      // Kysely ends only a pool that it has used itself.
      if (!pool.ending) await pool.end();
    },
  };
}

/** Inside a transaction a second connection would not see its rows and could wait for its locks for ever: refuse it. */
function guarded(pool: pg.Pool): pg.Pool {
  return new Proxy(pool, {
    get(target, property) {
      if (property === 'connect' && openTransaction.getStore()) {
        throw new Error('the outer database handle was used inside a transaction; use ctx');
      }
      const value: unknown = Reflect.get(target, property);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

async function check(pool: pg.Pool): Promise<number> {
  const facts = await pool
    .query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
    )
    .catch((error: Error) => {
      throw new StartError(
        'database.unreachable',
        `The database does not answer (${error.message || (error as NodeJS.ErrnoException).code}). Check DATABASE_URL and that PostgreSQL is running.`,
        {
          exitCode: 75,
          cause: error,
        },
      );
    });
  const { version, encoding } = facts.rows[0]!;
  if (version < oldestVersion)
    throw new StartError(
      'database.too-old',
      `PostgreSQL ${Math.floor(version / 10_000)} is too old; Rida needs 15 or newer.`,
    );
  if (encoding !== 'UTF8')
    throw new StartError('database.not-utf8', `The database is encoded in ${encoding}; create it with encoding UTF8.`);
  // Asked now: other encodings would refuse the question itself.
  const { rows } = await pool.query<{ sees_arabic: boolean }>(`select 'ك' ~ '[[:alpha:]]' as sees_arabic`);
  if (!rows[0]?.sees_arabic) {
    throw new StartError(
      'database.locale',
      'The database has the locale "C" and is blind to Arabic letters; create it with C.UTF-8, en_US.UTF-8 or an ICU locale.',
    );
  }
  return version;
}

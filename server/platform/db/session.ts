// One transaction on one connection: statements go out without waiting for the answers before them, repeated ones are prepared.
import {
  DefaultQueryExecutor,
  DummyDriver,
  Transaction,
  type CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';
import { gatherWrites } from './gather-writes.ts';
import { openTransaction, type Connection, type Schema } from './connect.ts';

/** in_failed_sql_transaction */
const refusedAfterFault = '25P02';

/** `dealerId`: whose rows the role of dealers may see. `personId`: whose own rows, such as notices, staff may see. */
export type SessionScope = {
  role: string;
  organisationId: string;
  dealerId?: string | null;
  personId?: string | null;
  readOnly: boolean;
};

export type Session = {
  readonly transaction: Transaction<Schema>;
  /** The same transaction; what is asked through it keeps its plan also where the session only reads. */
  readonly keyed: Transaction<Schema>;
  /** Goes out at once, behind what was sent before, and is answered in that order. */
  send<R>(statement: Statement): Promise<QueryResult<R>>;
  /**
   * Sends the last statements and the commit together, and what is to run `after` it. Answers with the rows of the very last
   * statement. Throws what made the transaction fail, also when nobody waited for that statement.
   */
  commit<R>(last?: readonly Statement[], after?: Statement): Promise<R[]>;
};

export type Statement = Pick<CompiledQuery, 'sql' | 'parameters'>;

/**
 * Runs `work` under the role and the organisation, so that row-level security and grants apply to everything in it. `work` commits
 * (`session.commit`) as its last act; whatever it throws rolls back. Afterwards the session refuses further statements.
 */
export async function inSession<T>(
  connection: Connection,
  scope: SessionScope,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  // Inside a transaction a second connection would not see its rows and could wait for its locks for ever: refuse it.
  if (openTransaction.getStore()) throw new Error('the outer database handle was used inside a transaction; use ctx');
  const client = await connection.pool.connect();
  const { session, begun, rollBack } = begin(connection, client, scope);
  let usable = false;
  try {
    const result = await openTransaction.run(true, () => work(session));
    usable = true;
    return result;
  } catch (error) {
    usable = await rollBack();
    await begun; // what kept the transaction from beginning says more than what followed from it
    throw error;
  } finally {
    client.release(!usable);
  }
}

function begin(connection: Connection, client: pg.PoolClient, scope: SessionScope) {
  const gather = gatherWrites(client);
  let ended = false;
  let fault: unknown;

  function query<R>(text: string, values: readonly unknown[], name?: string): Promise<pg.QueryResult & { rows: R[] }> {
    gather();
    const answer = client.query({ text, values: values as unknown[], ...(name ? { name } : {}) });
    // What follows a failed statement is refused with a code of its own and says nothing.
    answer.catch((error: unknown) => {
      if ((error as { code?: string }).code !== refusedAfterFault) fault = error;
    });
    return answer as never;
  }

  // Reads ask for whatever somebody looks for, and the best plan depends on it; a change is many short statements by key.
  async function send<R>({ sql, parameters }: Statement, keepsPlan = !scope.readOnly): Promise<QueryResult<R>> {
    if (ended) throw new Error('the transaction has ended');
    const name = keepsPlan ? connection.names?.nameOf(sql, scope.role) : undefined;
    const { command, rowCount, rows } = await query<R>(sql, parameters, name);
    const changed = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE';
    return { rows: rows ?? [], ...(changed ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}) };
  }

  // A change is many short queries: starting parallel workers for one costs ten times what it takes without them.
  // And one whose process went away without a word would hold its locks, and the horizon of the live stream, for hours.
  const changing = scope.readOnly
    ? ''
    : `, set_config('max_parallel_workers_per_gather', '0', true), set_config('idle_in_transaction_session_timeout', '30s', true)`;
  // Nobody is both.
  const [whose, id] = scope.dealerId ? ['dealer', scope.dealerId] : ['person', scope.personId];
  const own = id ? `, set_config('app.${whose}', $3, true)` : '';
  const scoping = `select set_config('role', $1, true), set_config('app.organisation', $2, true)${changing}${own}`;
  const begun = Promise.all([
    query(scope.readOnly ? 'start transaction read only' : 'begin', []),
    query(
      scoping,
      [scope.role, scope.organisationId, ...(id ? [id] : [])],
      connection.names && `rida_scope_${scope.readOnly ? 'read' : 'change'}${id ? `_${whose}` : ''}`,
    ),
  ]);
  begun.catch(() => {});
  let open = false;
  void begun.then(() => (open = true)).catch(() => {});

  const { dialect } = connection;
  const transactionThat = (keepsPlan: boolean): Transaction<Schema> => {
    const one: DatabaseConnection = {
      async executeQuery<R>(statement: CompiledQuery): Promise<QueryResult<R>> {
        // Sent before it is known that the transaction began, a change could stand outside of it and of its role. A look cannot.
        if (!open && statement.query.kind !== 'SelectQueryNode') await begun;
        const answer = await send<R>(statement, keepsPlan);
        if (!open) await begun;
        return answer;
      },
      // oxlint-disable-next-line require-yield -- nothing streams inside a transaction
      async *streamQuery() {
        throw new Error('rows cannot be streamed inside a transaction');
      },
    };
    const provider: ConnectionProvider = { provideConnection: (consumer) => consumer(one) };
    const executor = new DefaultQueryExecutor(dialect.createQueryCompiler(), dialect.createAdapter(), provider);
    return new Transaction<Schema>({ config: { dialect }, driver: new DummyDriver(), executor, dialect });
  };
  const keyed = transactionThat(true);
  const transaction = scope.readOnly ? transactionThat(false) : keyed;

  async function commit<R>(last: readonly Statement[] = [], after?: Statement): Promise<R[]> {
    await begun;
    const answers = last.map((statement) => send<R>(statement));
    ended = true;
    const committed = query('commit', []);
    const followed = after && query(after.sql, after.parameters, connection.names?.nameOf(after.sql, ''));
    for (const outcome of await Promise.allSettled([...answers, committed, followed])) {
      if (outcome.status === 'fulfilled') continue;
      throw (outcome.reason as { code?: string }).code === refusedAfterFault ? fault : outcome.reason;
    }
    // PostgreSQL answers so when a statement had failed that nobody waited for.
    if ((await committed).command === 'ROLLBACK') throw fault;
    return (await answers.at(-1))?.rows ?? [];
  }

  async function rollBack(): Promise<boolean> {
    ended = true;
    return query('rollback', []).then(
      () => true,
      () => false,
    );
  }
  return { session: { transaction, keyed, send, commit } satisfies Session, begun, rollBack };
}

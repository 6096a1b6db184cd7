// Runs a verb in one transaction as one organisation and one kind of actor; its events and jobs leave with the commit.
import { databaseRole, type Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { KeptRefusal } from '../errors.ts';
import { sendEvents } from '../events/write-events.ts';
import { sendJobs } from '../jobs/send-jobs.ts';
import type { Log } from '../log.ts';
import type { Platform } from '../platform.ts';
import { Closing } from './closing.ts';
import { inSession, type Session, type Statement } from './session.ts';
import { isStalePlan } from './statement-names.ts';

export type Scope = { organisationId: string; actor: Actor; readOnly?: boolean; log?: Log };

/** A verb with its input: an answer, or the closing that completes one. */
export type Work<T> = (ctx: Context) => Promise<T | Closing<T>>;

/**
 * Opens a transaction, switches to the database role of the actor (so that row-level security and grants apply), runs
 * `work`, writes its events and jobs, and commits. Any throw rolls everything back, but for a `KeptRefusal`.
 */
export async function transact<T>(platform: Platform, scope: Scope, work: Work<T>): Promise<T> {
  const { connection } = platform;
  const session = {
    role: databaseRole(scope.actor),
    organisationId: scope.organisationId,
    dealerId: scope.actor.kind === 'dealer' ? scope.actor.dealerId : null,
    personId: scope.actor.kind === 'staff' ? scope.actor.personId : null,
    readOnly: scope.readOnly ?? false,
  };
  const once = () => inSession(connection, session, (opened) => runIn(platform, scope, opened, work));
  const result = await once().catch((error: unknown) => {
    if (!isStalePlan(error)) throw error;
    // Another process has migrated a table under our prepared statements: nothing was written, and new ones are made.
    connection.names?.forget();
    return once();
  });
  if (result.spoke) platform.live.announce();
  if (result.value instanceof KeptRefusal) throw result.value;
  return result.value;
}

async function runIn<T>(
  platform: Platform,
  scope: Scope,
  session: Session,
  work: Work<T>,
): Promise<{ value: T | KeptRefusal; spoke: boolean }> {
  const ctx: Context = {
    organisationId: scope.organisationId,
    actor: scope.actor,
    clock: platform.clock,
    log: scope.log ?? platform.log,
    platform,
    transaction: session.transaction,
    keyed: session.keyed,
    events: [],
    jobs: [],
  };
  const value = await work(ctx).catch((error: unknown) => {
    if (error instanceof KeptRefusal) return error;
    throw error;
  });
  // A dealer's role sees neither events nor jobs: what others hear of its work is written for it.
  if (scope.actor.kind === 'dealer') void session.send(asSystem).catch(() => {});
  await sendEvents(ctx, session);
  await sendJobs(ctx, session);
  const spoke = ctx.events.length > 0;
  if (!(value instanceof Closing)) {
    await session.commit();
    return { value, spoke };
  }
  const [row] = await session.commit<object>(
    [takeTurn(value.turn), value.statement.selectFrom('closing').selectAll().compile()],
    waitForDisk,
  );
  return { value: { ...value.known, ...row } as T, spoke };
}

const asSystem: Statement = { sql: `select set_config('role', 'rida_system', true)`, parameters: [] };

/**
 * Whoever has the turn gives it on with the commit, before the disk has confirmed: the next in the queue need not wait for the
 * disk. We do, before anybody is answered; and what was committed later is never there without what was committed earlier.
 */
const takeTurn = (turn: string): Statement => ({
  sql: `select pg_advisory_xact_lock(hashtextextended($1, 0)), set_config('synchronous_commit', 'off', true)`,
  parameters: [turn],
});

/** A transaction of its own, committed as the database is set to: it returns when all that was written before it is on the disk. */
export const waitForDisk: Statement = { sql: `select pg_logical_emit_message(true, 'rida', '')`, parameters: [] };

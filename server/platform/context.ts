// Context: what a verb gets. One organisation, one actor, one transaction, one moment; facts and jobs leave with the commit.
import type { Kysely, Transaction } from 'kysely';
import { commonErrors } from './errors.ts';
import type { Actor } from './actor.ts';
import type { Clock } from './clock.ts';
import type { Schema } from './db/connect.ts';
import type { EventToAppend } from './events/event.ts';
import { newId } from './ids.ts';
import type { Job } from './jobs/job.ts';
import type { Log } from './log.ts';
import type { Platform } from './platform.ts';

export type Context = {
  readonly organisationId: string;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly log: Log;
  readonly platform: Platform;
  /** Use through `on<Tables>(ctx)`. */
  readonly transaction: Transaction<Schema>;
  /** The same transaction. Use through `byKey<Tables>(ctx)`. */
  readonly keyed: Transaction<Schema>;
  /** Events appended so far; written in the same transaction just before it commits. */
  readonly events: (EventToAppend & { id: string; actor: Actor })[];
  /** Jobs enqueued so far; sent in the same transaction just before it commits. */
  readonly jobs: { queue: string; data: object; startAfter?: Date }[];
};

/** The transaction narrowed to the tables that a module owns or may read; naming any other is a type error. */
export function on<Tables>(ctx: Context): Kysely<Tables> {
  return ctx.transaction as unknown as Kysely<Tables>;
}

/**
 * As `on`, for what is found by a key: the best plan is always the same, so that also a verb that only reads has it prepared.
 * Never for a list that people filter.
 */
export function byKey<Tables>(ctx: Context): Kysely<Tables> {
  return ctx.keyed as unknown as Kysely<Tables>;
}

/** Records a fact. It is stored with the change or not at all. Returns the id that the event will have. */
export function append(ctx: Context, event: EventToAppend): string {
  const id = newId();
  // The actor of this moment: a portal call starts as nobody and becomes the customer when the grant is proved.
  ctx.events.push({ id, actor: ctx.actor, ...event });
  return id;
}

/** Asks for work after the commit. `startAfter` delays it. */
export function enqueue<T extends object>(
  ctx: Context,
  job: Job<T>,
  data: T,
  options: { startAfter?: Date } = {},
): void {
  ctx.jobs.push({ queue: job.name, data: { organisationId: ctx.organisationId, ...data }, ...options });
}

/** The same transaction, acted on by somebody else: a customer whose grant was just proved. */
export function actingAs(ctx: Context, actor: Actor): Context {
  return { ...ctx, actor };
}

/** Whether the actor holds a permission. The system may do everything it is programmed to do. */
export function may(actor: Actor, permission: string): boolean {
  if (actor.kind === 'system') return true;
  return actor.kind === 'customer' ? false : actor.permissions.has(permission);
}

/** Throws `access.forbidden` unless the actor holds the permission. */
export function authorize(ctx: Context, permission: string): void {
  if (!may(ctx.actor, permission)) throw commonErrors.forbidden({ permission });
}

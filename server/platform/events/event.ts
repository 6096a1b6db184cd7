// Event: a fact that happened, in the past tense (`case.registered`). One table of them is timeline, audit, live stream and mining log.
import type { Context } from '../context.ts';
import type { Closing } from '../db/closing.ts';

/** What a verb says; organisation, actor and time come from its context. `data` holds ids and codes, never a person's words. */
export type EventToAppend = {
  type: string;
  subjectType: string;
  subjectId: string;
  /** The customer whose timeline it belongs to. */
  customerId?: string | null;
  data?: Record<string, unknown>;
  /** The people whose screens hear of it; without them everybody's do. It stays readable to whoever may read events. */
  onlyFor?: readonly string[];
  /** Only for imports of things that happened earlier. */
  at?: Date;
};

export type StoredEvent = {
  organisationId: string;
  id: string;
  type: string;
  subjectType: string;
  subjectId: string;
  customerId: string | null;
  actorKind: 'staff' | 'customer' | 'system' | 'api-key' | 'dealer';
  actorId: string | null;
  at: Date;
  data: Record<string, unknown>;
};

/** Hears one event type; runs as a job, at least once, in a transaction of its own that also records that it ran. */
export type Subscriber = {
  /** `<module>.<what-it-does>`, stable: the delivery record is kept under it. */
  name: string;
  event: string;
  /** Deliveries handled side by side in one process; as of any job unless told otherwise. */
  concurrency?: number;
} & (
  | { handle(ctx: Context, event: StoredEvent): Promise<void | Closing<unknown>> }
  /** Hears all that one transaction said at once, up to `mostAtOnce` in a job: an import must not become a million jobs. */
  | { handleAll(ctx: Context, events: readonly StoredEvent[]): Promise<void> }
);

export const mostAtOnce = 2_000;

/** Queue of the jobs that deliver to a subscriber. */
export function deliveryQueue(subscriber: Subscriber): string {
  return `deliver.${subscriber.name}`;
}

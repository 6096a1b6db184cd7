// What duplicates hear: customers who came or changed, all of one transaction at once, and imports that ended.
import type { StoredEvent, Subscriber } from '#platform/events/event.ts';
import type { Context } from '#platform/context.ts';
import { askComparison, checkSoon } from './compare-pending.ts';

const check = (ctx: Context, events: readonly StoredEvent[]): Promise<void> =>
  checkSoon(ctx, [...new Set(events.map((event) => event.subjectId))]);

/** They hold each other up by `holdDuplicates`: more would only wait, with connections and rows in hand. */
const concurrency = 1;

export const duplicateSubscribers: readonly Subscriber[] = [
  { name: 'duplicates.check-registered', event: 'customer.registered', concurrency, handleAll: check },
  { name: 'duplicates.check-changed', event: 'customer.changed', concurrency, handleAll: check },
  {
    name: 'duplicates.check-contact-point-added',
    event: 'customer.contact-point-added',
    concurrency,
    handleAll: check,
  },
  {
    name: 'duplicates.check-contact-point-removed',
    event: 'customer.contact-point-removed',
    concurrency,
    handleAll: check,
  },
  ...(['finished', 'cancelled', 'failed'] as const).map((how) => ({
    name: `duplicates.compare-after-import-${how}`,
    event: `import.${how}`,
    handle: async (ctx: Context) => askComparison(ctx),
  })),
];

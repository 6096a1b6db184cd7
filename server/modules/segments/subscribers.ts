// What the tree hears: every change of a customer that may change the place.
import type { Subscriber } from '#platform/events/event.ts';
import { placeCustomers } from './place-customers.ts';

/** Events of the customers and duplicates modules; the subject is the customer. */
const changes = ['customer.registered', 'customer.changed', 'customer.merged', 'customer.unmerged'] as const;

export const subscribers: readonly Subscriber[] = changes.map((event) => ({
  name: `segments.place-${event.replace('customer.', '')}`,
  event,
  handleAll: (ctx, events) => placeCustomers(ctx, [...new Set(events.map(({ subjectId }) => subjectId))]),
}));

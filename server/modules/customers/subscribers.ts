// What the customers module does when it hears of something.
import type { Subscriber } from '#platform/events/event.ts';
import { beginLists } from './begin-lists.ts';

export const subscribers: readonly Subscriber[] = [
  { name: 'customers.begin-lists', event: 'organisation.created', handle: (ctx) => beginLists(ctx) },
];

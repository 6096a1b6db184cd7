// Registration of the duplicates module.
import type { Module } from '#platform/module.ts';
import { compareAllJob } from './compare-all.ts';
import { comparePendingJob } from './compare-pending.ts';
import { customerData } from './customer-data.ts';
import { policy } from './policy.ts';
import { routes } from './routes.ts';
import { duplicateSubscribers } from './subscribers.ts';

export const duplicates: Module = {
  name: 'duplicates',
  routes: { duplicates: routes },
  policy,
  jobs: [compareAllJob, comparePendingJob],
  subscribers: duplicateSubscribers,
  customerData,
};

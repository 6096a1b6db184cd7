// Registration of the segments module.
import type { Module } from '#platform/module.ts';
import { customerData } from './customer-data.ts';
import { jobs } from './jobs.ts';
import { policy } from './policy.ts';
import { routes } from './routes.ts';
import { subscribers } from './subscribers.ts';

export const segments: Module = {
  name: 'segments',
  routes: { segments: routes },
  policy,
  jobs,
  subscribers,
  customerData,
};

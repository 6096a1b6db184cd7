// Registration of the service-levels module.
import type { Module } from '#platform/module.ts';
import { jobs } from './jobs.ts';
import { policyRoutes } from './policy-routes.ts';
import { policy } from './policy.ts';
import { routes } from './routes.ts';
import { subscribers } from './subscribers.ts';

export const serviceLevels: Module = {
  name: 'service-levels',
  routes: { serviceLevels: routes, servicePolicies: policyRoutes },
  policy,
  jobs,
  subscribers,
};

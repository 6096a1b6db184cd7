// Registration of operations: what administrators see of the machinery, and what programmers read of the API.
import type { Module } from '#platform/module.ts';
import { serveDocs } from './docs.ts';
import { operationsPolicy } from './policy.ts';
import { operationsRoutes } from './routes.ts';

export const operations: Module = {
  name: 'operations',
  routes: { operations: operationsRoutes },
  plainRoutes: serveDocs,
  policy: operationsPolicy,
};

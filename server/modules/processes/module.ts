// Registration of the processes module.
import type { Module } from '#platform/module.ts';
import { customerData } from './customer-data.ts';
import { instanceRoutes } from './instance-routes.ts';
import { jobs } from './jobs.ts';
import { migrationRoutes } from './migration-routes.ts';
import { policy } from './policy.ts';
import { routes } from './routes.ts';
import { serveDiagrams } from './serve-diagrams.ts';
import { taskRoutes } from './task-routes.ts';
import { processTasks } from './topics.ts';

export const processes: Module = {
  name: 'processes',
  routes: {
    processes: routes,
    processInstances: instanceRoutes,
    processMigrations: migrationRoutes,
    tasks: taskRoutes,
  },
  plainRoutes: serveDiagrams,
  policy,
  jobs,
  processTasks,
  customerData,
};

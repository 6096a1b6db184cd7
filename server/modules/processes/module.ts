// Registration of the processes module.
import type { Module } from '#platform/module.ts';
import { coverageRoutes } from './coverage-map/routes.ts';
import { serveCoverage } from './coverage-map/serve-coverage.ts';
import { customerData } from './customer-data.ts';
import { instanceRoutes } from './instances/instance-routes.ts';
import { jobs } from './jobs.ts';
import { migrationRoutes } from './moving/migration-routes.ts';
import { policy } from './policy.ts';
import { routes } from './routes.ts';
import { serveDiagrams } from './models/serve-diagrams.ts';
import { serveTaskFiles } from './tasks/serve-task-files.ts';
import { taskRoutes } from './tasks/task-routes.ts';
import { templateRoutes } from './templates/routes.ts';
import { threadRoutes } from './threads/routes.ts';
import { processTasks } from './instances/topics.ts';

export const processes: Module = {
  name: 'processes',
  routes: {
    processes: routes,
    processInstances: instanceRoutes,
    processMigrations: migrationRoutes,
    tasks: taskRoutes,
    processTemplates: templateRoutes,
    processCoverage: coverageRoutes,
    processThreads: threadRoutes,
  },
  plainRoutes(http, platform) {
    serveDiagrams(http, platform);
    serveTaskFiles(http, platform);
    serveCoverage(http, platform);
  },
  policy,
  jobs,
  processTasks,
  customerData,
};

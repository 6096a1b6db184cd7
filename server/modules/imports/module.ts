// Registration of the imports module.
import type { Module } from '#platform/module.ts';
import { customerData } from './customer-data.ts';
import { serveFiles } from './file-routes.ts';
import { jobs } from './jobs.ts';
import { routes } from './routes.ts';

export const imports: Module = {
  name: 'imports',
  routes: { imports: routes },
  plainRoutes: serveFiles,
  jobs,
  customerData,
};

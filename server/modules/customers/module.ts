// Registration of the customers module.
import type { Module } from '#platform/module.ts';
import { customerExporter } from './exporter.ts';
import { customerImporter } from './importer.ts';
import { customerData } from './customer-data.ts';
import { customerJobs } from './jobs.ts';
import { policy } from './policy.ts';
import { routes, settingsRoutes } from './routes.ts';
import { subscribers } from './subscribers.ts';

export const customers: Module = {
  name: 'customers',
  routes: { customers: routes, customerSettings: settingsRoutes },
  policy,
  jobs: customerJobs,
  subscribers,
  importers: [customerImporter],
  exporters: [customerExporter],
  customerData,
};

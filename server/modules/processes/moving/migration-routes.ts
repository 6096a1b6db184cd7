// Routes of migrations: the dry run, the start, the stop, and the record.
import { implement } from '@orpc/server';
import { processMigrationsContract } from '#contract/process-migrations.ts';
import type { RequestContext } from '#platform/http/request.ts';
import { getMigration, listMigrationInstances, listMigrations } from './migrations.ts';
import { planMigration } from './plan-migration.ts';
import { startMigration } from './start-migration.ts';
import { stopMigration } from './stop-migration.ts';

const os = implement(processMigrationsContract).$context<RequestContext>();

export const migrationRoutes = os.router({
  plan: os.plan.handler(({ context, input }) => context.asStaff('process.operate', (ctx) => planMigration(ctx, input))),
  start: os.start.handler(({ context, input }) =>
    context.asStaff('process.operate', (ctx) => startMigration(ctx, input)),
  ),
  stop: os.stop.handler(({ context, input }) =>
    context.asStaff('process.operate', (ctx) => stopMigration(ctx, input.id)),
  ),
  list: os.list.handler(({ context, input }) => context.asStaff('process.view', (ctx) => listMigrations(ctx, input))),
  get: os.get.handler(({ context, input }) => context.asStaff('process.view', (ctx) => getMigration(ctx, input.id))),
  instances: os.instances.handler(({ context, input }) =>
    context.asStaff('process.view', (ctx) => listMigrationInstances(ctx, input)),
  ),
});

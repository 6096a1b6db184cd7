// What the benchmarks of processes share: the product in this process, somebody who works in a unit, and a published process.
import { performance } from 'node:perf_hooks';
import { createApp, type App } from '#server/app.ts';
import { createPosition } from '#modules/organisation/create-position.ts';
import { createModel } from '#modules/processes/models/create-model.ts';
import { publishVersion } from '#modules/processes/models/publish-version.ts';
import type { Actor, StaffActor } from '#platform/actor.ts';
import { readConfig } from '#platform/config.ts';
import type { Context } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { newId } from '#platform/ids.ts';
import { createLog } from '#platform/log.ts';
import { permissionsOf } from '#platform/module.ts';
import type { BenchDatabase } from './database.ts';
import { percentiles, round, type Figure } from './figure.ts';

export type ProcessWorld = {
  app: App;
  run<T>(work: (ctx: Context) => Promise<T>, actor?: Actor): Promise<T>;
  worker: StaffActor;
  /** Key of a new model with that diagram, its tasks those of the worker's unit. */
  publish(xml: string): Promise<string>;
  figure(bench: string, what: string, of: Measured): Figure;
};
type Measured = {
  times: readonly number[];
  operations: number;
  ms: number;
  concurrency: number;
  databaseCpuMs: number | null;
};

export async function processWorld(database: BenchDatabase): Promise<ProcessWorld> {
  const app = await createApp(readConfig({ port: '0', data: database.dataDir }, {}), {
    databaseUrl: database.url,
    log: createLog('silent'),
    supervise: false,
  });
  const { organisationId } = database;
  const { rows } = await database.client.query<{ personId: string; name: string; unitId: string }>(
    `select p.id as "personId", p.name, u.id as "unitId" from people p, units u
      where p.organisation_id = $1 and p.active and u.organisation_id = $1 order by p.id, u.id limit 1`,
    [organisationId],
  );
  const { personId, name, unitId } = rows[0]!;
  const permissions = permissionsOf(app.platform.modules, ['administrator']);
  const worker: StaffActor = { kind: 'staff', personId, name, permissions };
  const run: ProcessWorld['run'] = (work, actor = worker) => transact(app.platform, { organisationId, actor }, work);
  // Whoever works on tasks holds a position in their unit; the fill gives none.
  await run((ctx) => createPosition(ctx, { unitId, personId, title: { en: 'Clerk' } }));
  return {
    app,
    run,
    worker,
    async publish(xml) {
      const key = `bench-${newId().slice(-12)}`;
      const sipoc = { suppliers: [], inputs: [], steps: [], outputs: [], customers: [] };
      const words = { name: { en: 'Benchmark' }, promise: null, objective: null, pcfId: null };
      const { id } = await run((ctx) => createModel(ctx, { key, xml, unitId, ownerId: personId, sipoc, ...words }));
      await run((ctx) => publishVersion(ctx, { id, revision: 1, note: null }));
      return key;
    },
    figure: (bench, what, { times, operations, ms, concurrency, databaseCpuMs }) => ({
      bench,
      what,
      cases: database.cases,
      concurrency,
      per_second: round((operations * 1000) / ms),
      ...percentiles(times),
      server_cpu_ms_per_op: null,
      database_cpu_ms_per_op: databaseCpuMs === null ? null : round(databaseCpuMs / operations),
      peak_rss_mb: round(process.memoryUsage().rss / 1_048_576),
      limit_per_second: null,
      ratio_to_limit: null,
    }),
  };
}

export async function timed<T>(times: number[], work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const result = await work();
  times.push(performance.now() - begun);
  return result;
}

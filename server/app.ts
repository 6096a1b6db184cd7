// The only file that knows all modules: their list, their order, and how they are connected to the platform.
import type { FastifyInstance } from 'fastify';
import { createAuth } from './platform/access/auth.ts';
import { systemClock, type Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { loadSecrets } from './platform/crypto/secrets.ts';
import { connect } from './platform/db/connect.ts';
import { migrate } from './platform/db/migrate.ts';
import { createPulse } from './platform/db/pulse.ts';
import { deliveryJob } from './platform/events/deliver-event.ts';
import { createLive } from './platform/events/live.ts';
import { createFileStore } from './platform/files/store.ts';
import { createHttp } from './platform/http/server.ts';
import { createJobs } from './platform/jobs/jobs.ts';
import { housekeepingJobs } from './platform/jobs/housekeeping.ts';
import type { Log } from './platform/log.ts';
import type { Module } from './platform/module.ts';
import type { Platform } from './platform/platform.ts';
import { createDirectory, registerSampleLoader } from './modules/organisation/index.ts';
import { organisation } from './modules/organisation/module.ts';
import { notifications } from './modules/notifications/module.ts';
import { authority } from './modules/authority/module.ts';
import { customers } from './modules/customers/module.ts';
import { forms } from './modules/forms/module.ts';
import { catalogue } from './modules/catalogue/module.ts';
import { duplicates } from './modules/duplicates/module.ts';
import { imports } from './modules/imports/module.ts';
import { purchases } from './modules/purchases/module.ts';
import { segments } from './modules/segments/module.ts';
import { serviceLevels } from './modules/service-levels/module.ts';
import { knowledge } from './modules/knowledge/module.ts';
import { processes } from './modules/processes/module.ts';
import { channels } from './modules/channels/module.ts';
import { cases } from './modules/cases/module.ts';
import { operations } from './modules/operations/module.ts';

/** From the lowest tier to the highest. */
export const modules: readonly Module[] = [
  organisation,
  notifications,
  authority,
  customers,
  forms,
  catalogue,
  duplicates,
  purchases,
  segments,
  serviceLevels,
  knowledge,
  processes,
  imports,
  channels,
  cases,
  operations,
];

// Loaded when somebody asks for it: most starts do not.
registerSampleLoader(async (platform, input) => (await import('./sample.ts')).loadSample(platform, input));

export type App = {
  platform: Platform;
  /** Starts what the role asks for: the web server (its address comes back), the workers, or both. */
  serve(): Promise<{ http: FastifyInstance | undefined; address: string | undefined }>;
  /** Stops taking work, finishes what runs, and closes everything. */
  stop(): Promise<void>;
};

/** Connects, migrates and wires; serves nothing yet. Throws StartError. */
export async function createApp(
  config: Config,
  options: { databaseUrl: string; log: Log; clock?: Clock; supervise?: boolean },
): Promise<App> {
  const connection = await connect(options.databaseUrl, {
    max: config.databasePool,
    name: 'rida',
    prepare: config.databasePrepare,
  });
  try {
    await migrate(connection.db);
  } catch (error) {
    await connection.close();
    throw error;
  }
  const secrets = await loadSecrets(config.secret, config.dataDir);
  const directory = createDirectory(connection, secrets);
  const jobs = createJobs({
    url: options.databaseUrl,
    log: options.log,
    supervise: options.supervise ?? config.role !== 'web',
  });
  await jobs.prepare([
    ...housekeepingJobs,
    ...modules.flatMap((module) => module.jobs ?? []),
    ...modules.flatMap((module) => module.subscribers ?? []).map(deliveryJob),
  ]);
  const pulse = createPulse(connection, options.log);
  const platform: Platform = {
    config,
    connection,
    pulse,
    clock: options.clock ?? systemClock,
    log: options.log,
    secrets,
    files: createFileStore(config),
    jobs,
    live: createLive(connection, options.log),
    auth: createAuth({ config, db: connection.db, secrets, directory }),
    directory,
    modules,
  };
  pulse.watch(connection.pool);
  pulse.watch(jobs.pool());
  pulse.whenLost(() => platform.live.reconnect());
  let http: FastifyInstance | undefined;
  return {
    platform,
    async serve() {
      pulse.start();
      let address: string | undefined;
      if (config.role !== 'worker') {
        await platform.live.start();
        http = await createHttp(platform);
        address = await http.listen({ port: config.port, host: config.host });
      }
      if (config.role !== 'web') await jobs.work(platform);
      return { http, address };
    },
    async stop() {
      await http?.close();
      await platform.live.stop();
      await jobs.stop();
      await connection.close();
      // Last: it ends what hangs on a silent database, and so whatever is waited for above.
      await pulse.stop();
    },
  };
}

// The job of a migration: its instances one after the other, each in a transaction of its own; killed, the next one goes on behind the last.
import { on, type Context } from '#platform/context.ts';
import { isDatabaseAway } from '#platform/db/away.ts';
import { transact } from '#platform/db/transact.ts';
import { defineJob } from '#platform/jobs/job.ts';
import type { Platform } from '#platform/platform.ts';
import { ask, asks, type Asked } from '../instances/asks.ts';
import { getMigration, requireMigration } from './migrations.ts';
import { moveInstance, refuseFailed } from './move-instance.ts';
import { tellEnd } from './tell-end.ts';
import type { ProcessTables } from '../tables.ts';

/** Instances looked for at once. */
const batch = 200;
/** Side by side, as timers are. */
const width = 4;
/** A job has five minutes; a longer migration goes on in another one. */
const longestMs = 120_000;

export const migrateJob = defineJob<Asked<'process.migrate'>>({
  name: 'process.migrate',
  data: asks['process.migrate'] as unknown as ReturnType<typeof defineJob<Asked<'process.migrate'>>>['data'],
  concurrency: 1,
  handle: (platform, { organisationId, migrationId }) =>
    migrate(platform, organisationId, migrationId, performance.now() + longestMs),
});

async function migrate(platform: Platform, organisationId: string, migrationId: string, until: number): Promise<void> {
  const asSystem = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
    transact(platform, { organisationId, actor: { kind: 'system', name: 'process.migrate' } }, work);
  const migration = await asSystem((ctx) => requireMigration(ctx, migrationId));
  for (;;) {
    const ids = await asSystem((ctx) => waiting(ctx, migrationId));
    if (ids.length === 0) return asSystem((ctx) => endMigration(ctx, migrationId));
    for (let at = 0; at < ids.length; at += width) {
      if (performance.now() > until) return asSystem(async (ctx) => ask(ctx, 'process.migrate', { migrationId }));
      const some = ids.slice(at, at + width);
      const taken = await Promise.all(
        some.map((id) =>
          asSystem((ctx) => moveInstance(ctx, migration, id)).catch((error: unknown) => {
            if (isDatabaseAway(error) || isDeadlock(error)) throw error;
            // What is wrong with one instance keeps no other from moving, nor the migration from its end.
            platform.log.error({ err: error, job: 'process.migrate', migrationId, instanceId: id }, 'not moved');
            return asSystem((ctx) => refuseFailed(ctx, migration, id));
          }),
        ),
      );
      // Somebody stopped it, or another job was first: the rest of the batch is looked for anew.
      if (!taken.includes(true)) break;
    }
  }
}

const isDeadlock = (error: unknown): boolean => (error as { code?: string }).code === '40P01';

async function waiting(ctx: Context, migrationId: string): Promise<string[]> {
  const rows = await on<ProcessTables>(ctx)
    .selectFrom('process_migration_instances')
    .select('instance_id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('migration_id', '=', migrationId)
    .where('outcome', '=', 'waiting')
    .orderBy('instance_id')
    .limit(batch)
    .execute();
  return rows.map((row) => row.instance_id);
}

/** Once, whoever comes first: who stops it, or another job. */
async function endMigration(ctx: Context, id: string): Promise<void> {
  const { numUpdatedRows } = await on<ProcessTables>(ctx)
    .updateTable('process_migrations')
    .set({ ended_at: ctx.clock.now() })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await tellEnd(ctx, 'process.migration-ended', await getMigration(ctx, id));
}

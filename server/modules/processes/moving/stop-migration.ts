// Stops a migration that runs: what is moved stays moved, what waits is on record as stopped and goes on by its version.
import type { Migration } from '#contract/process-migrations.ts';
import { may, on, type Context } from '#platform/context.ts';
import { processErrors } from '../errors.ts';
import { isOwner, requireModel } from '../models/models.ts';
import type { ProcessTables } from '../tables.ts';
import { actingPerson } from '../tasks/people.ts';
import { getMigration, requireMigration } from './migrations.ts';
import { tellEnd } from './tell-end.ts';

/**
 * By whoever could have started it. Waits for the instances that are being moved at this moment: they are moved, or refused.
 * Twice is once. Throws `process-migration.not-found`, `.not-yours`, `.ended`.
 */
export async function stopMigration(ctx: Context, id: string): Promise<Migration> {
  const personId = actingPerson(ctx);
  const { modelId } = await requireMigration(ctx, id);
  if (!isOwner(ctx, await requireModel(ctx, modelId)) && !may(ctx.actor, 'process.appoint'))
    throw processErrors.migrationNotYours({ id: modelId });
  const now = ctx.clock.now();
  const { numUpdatedRows } = await on<ProcessTables>(ctx)
    .updateTable('process_migrations')
    .set({ ended_at: now, stopped_at: now, stopped_by: personId })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) {
    const ended = await getMigration(ctx, id);
    if (ended.stoppedAt === null) throw processErrors.migrationEnded({ id });
    return ended;
  }
  await on<ProcessTables>(ctx)
    .updateTable('process_migration_instances')
    .set({ outcome: 'stopped', at: now })
    .where('organisation_id', '=', ctx.organisationId)
    .where('migration_id', '=', id)
    .where('outcome', '=', 'waiting')
    .execute();
  const migration = await getMigration(ctx, id);
  await tellEnd(ctx, 'process.migration-stopped', migration);
  return migration;
}

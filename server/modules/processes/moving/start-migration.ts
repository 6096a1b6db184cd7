// Starts moving running instances to another version: on record with who, why and which instances; a job moves them.
import { sql } from 'kysely';
import type { Migration } from '#contract/process-migrations.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { append, may, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { ask } from '../instances/asks.ts';
import { processErrors } from '../errors.ts';
import { getMigration } from './migrations.ts';
import { isOwner, requireModel } from '../models/models.ts';
import { actingPerson } from '../tasks/people.ts';
import { requireVersions, type MigrationWish } from './plan-migration.ts';
import { running } from './read-instances.ts';
import type { ProcessTables } from '../tables.ts';
import { definitionWith, versionPair, type VersionPair } from './version-pair.ts';

/**
 * Beside the permission to operate: as the owner, or as who may name another one. Throws `process.not-found`,
 * `process.version-not-found`, `process-migration.not-yours`, `.same-version`, `.goes-on`, `.mapping-unknown`, `.nothing-to-move`.
 */
export async function startMigration(ctx: Context, input: MigrationWish & { reason: string }): Promise<Migration> {
  const personId = actingPerson(ctx);
  const { fromVersionId, toVersionId } = await requireVersions(ctx, input);
  const model = await requireModel(ctx, input.id);
  if (!isOwner(ctx, model) && !may(ctx.actor, 'process.appoint'))
    throw processErrors.migrationNotYours({ id: input.id });
  requireKnown(await versionPair(ctx, { fromVersionId, toVersionId }), input.mapping);
  const id = newId();
  // No lock on the model: a step that holds an instance opens tasks of the model, and this comes to hold instances.
  const { numInsertedOrUpdatedRows } = await on<ProcessTables>(ctx)
    .insertInto('process_migrations')
    .values({
      organisation_id: ctx.organisationId,
      id,
      model_id: input.id,
      from_version_id: fromVersionId,
      to_version_id: toVersionId,
      mapping: JSON.stringify(input.mapping),
      reason: cleanText(input.reason),
      started_at: ctx.clock.now(),
      started_by: personId,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'from_version_id']).where('ended_at', 'is', null).doNothing(),
    )
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) throw processErrors.migrationGoesOn({ version: input.from });
  const chosen = await sql`insert into process_migration_instances (organisation_id, migration_id, instance_id)
    select i.organisation_id, ${id}, i.id from process_instances i
     where ${running(ctx, { versionId: fromVersionId, instanceIds: input.instanceIds })}`.execute(ctx.transaction);
  const instances = Number(chosen.numAffectedRows ?? 0n);
  if (instances === 0) throw processErrors.nothingToMove({ version: input.from });
  append(ctx, {
    type: 'process.migration-started',
    subjectType: 'process-model',
    subjectId: input.id,
    data: { migrationId: id, from: input.from, to: input.to, instances },
  });
  ask(ctx, 'process.migrate', { migrationId: id });
  return getMigration(ctx, id);
}

function requireKnown({ from, to }: VersionPair, mapping: MigrationWish['mapping']): void {
  for (const [elementId, target] of Object.entries(mapping)) {
    if (!definitionWith(from, elementId)) throw processErrors.mappingUnknown({ elementId });
    if (target !== null && !definitionWith(to, target)) throw processErrors.mappingUnknown({ elementId: target });
  }
}

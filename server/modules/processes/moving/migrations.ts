// Migrations as the API shows them, with what became of their instances, and as the job needs them.
import { sql, type RawBuilder } from 'kysely';
import type { Migration, MigrationInstance, MigrationMapping, MigrationOutcome } from '#contract/process-migrations.ts';
import { byKey, on, type Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { processErrors } from '../errors.ts';
import { requireModel } from '../models/models.ts';
import type { ProcessTables } from '../tables.ts';
import { faultsInWords, versionPair, type KeptFault } from './version-pair.ts';

export type MigrationHead = {
  id: string;
  modelId: string;
  fromVersionId: string;
  toVersionId: string;
  from: number;
  to: number;
  mapping: MigrationMapping;
  reason: string;
  startedBy: string;
};

/** Throws `process-migration.not-found`. */
export async function requireMigration(ctx: Context, id: string): Promise<MigrationHead> {
  const row = await byKey<ProcessTables>(ctx)
    .selectFrom('process_migrations as m')
    .innerJoin('process_versions as f', (join) =>
      join.onRef('f.organisation_id', '=', 'm.organisation_id').onRef('f.id', '=', 'm.from_version_id'),
    )
    .innerJoin('process_versions as t', (join) =>
      join.onRef('t.organisation_id', '=', 'm.organisation_id').onRef('t.id', '=', 'm.to_version_id'),
    )
    .select(['m.model_id', 'm.from_version_id', 'm.to_version_id', 'm.mapping', 'm.reason', 'm.started_by'])
    .select(['f.number as from', 't.number as to'])
    .where('m.organisation_id', '=', ctx.organisationId)
    .where('m.id', '=', id)
    .executeTakeFirst();
  if (!row) throw processErrors.migrationNotFound({ id });
  return {
    id,
    modelId: row.model_id,
    fromVersionId: row.from_version_id,
    toVersionId: row.to_version_id,
    from: row.from,
    to: row.to,
    mapping: row.mapping as MigrationMapping,
    reason: row.reason,
    startedBy: row.started_by,
  };
}

type ShownRow = Omit<Migration, 'startedBy' | 'stoppedBy' | 'counts'> &
  Migration['counts'] & { personId: string; personName: string; stopperId: string | null; stopperName: string | null };

/** `m`: the migrations. */
async function shown(ctx: Context, where: RawBuilder<unknown>, limit: number): Promise<Migration[]> {
  const { rows } = await sql<ShownRow>`
    select m.id, m.model_id as "modelId", f.number as "from", t.number as "to", m.mapping, m.reason, m.started_at as "startedAt",
           m.ended_at as "endedAt", m.stopped_at as "stoppedAt", p.id as "personId", p.name as "personName", s.id as "stopperId", s.name as "stopperName",
           c.waiting, c.migrated, c.refused, c.ended, c.stopped
      from process_migrations m
      join process_versions f on f.organisation_id = m.organisation_id and f.id = m.from_version_id
      join process_versions t on t.organisation_id = m.organisation_id and t.id = m.to_version_id
      join person_briefs p on p.organisation_id = m.organisation_id and p.id = m.started_by
      left join person_briefs s on s.organisation_id = m.organisation_id and s.id = m.stopped_by
      cross join lateral (
        select count(*) filter (where i.outcome = 'waiting')::int as waiting, count(*) filter (where i.outcome = 'migrated')::int as migrated,
               count(*) filter (where i.outcome = 'refused')::int as refused, count(*) filter (where i.outcome = 'ended')::int as ended,
               count(*) filter (where i.outcome = 'stopped')::int as stopped
          from process_migration_instances i where i.organisation_id = m.organisation_id and i.migration_id = m.id) c
     where m.organisation_id = ${ctx.organisationId} and ${where}
     order by m.id desc limit ${limit}`.execute(ctx.transaction);
  return rows.map(
    ({ personId, personName, stopperId, stopperName, waiting, migrated, refused, ended, stopped, ...row }) => ({
      ...row,
      startedBy: { id: personId, name: personName },
      stoppedBy: stopperId === null ? null : { id: stopperId, name: stopperName ?? '' },
      counts: { waiting, migrated, refused, ended, stopped },
    }),
  );
}

/** Throws `process-migration.not-found`. */
export async function getMigration(ctx: Context, id: string): Promise<Migration> {
  const [migration] = await shown(ctx, sql`m.id = ${id}`, 1);
  if (!migration) throw processErrors.migrationNotFound({ id });
  return migration;
}

/** Throws `process.not-found`. */
export async function listMigrations(
  ctx: Context,
  { id, cursor, limit }: { id: string; cursor?: string | undefined; limit: number },
): Promise<{ items: Migration[]; next: string | null }> {
  await requireModel(ctx, id);
  const before = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
  const behind = before === null ? sql`` : sql`and m.id < ${before}::uuid`;
  const rows = await shown(ctx, sql`m.model_id = ${id} ${behind}`, limit + 1);
  return page(
    rows,
    limit,
    (row) => row,
    (row) => [row.id],
  );
}

/** Throws `process-migration.not-found`. */
export async function listMigrationInstances(
  ctx: Context,
  input: { id: string; outcome?: MigrationOutcome | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: MigrationInstance[]; next: string | null }> {
  const pair = await versionPair(ctx, await requireMigration(ctx, input.id));
  const after = input.cursor === undefined ? null : String(decodeCursor(input.cursor, 1)[0]);
  const rows = await on<ProcessTables>(ctx)
    .selectFrom('process_migration_instances')
    .select(['instance_id', 'outcome', 'at', 'faults'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('migration_id', '=', input.id)
    .$if(input.outcome !== undefined, (select) => select.where('outcome', '=', input.outcome!))
    .$if(after !== null, (select) => select.where('instance_id', '>', after!))
    .orderBy('instance_id')
    .limit(input.limit + 1)
    .execute();
  return page(
    rows,
    input.limit,
    (row): MigrationInstance => ({
      instanceId: row.instance_id,
      outcome: row.outcome,
      at: row.at,
      faults: faultsInWords(pair, row.faults as KeptFault[]),
    }),
    (row) => [row.instance_id],
  );
}

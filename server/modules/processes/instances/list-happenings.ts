// What happened in an instance, in order; each line by the names of the version by which it happened.
import { sql } from 'kysely';
import type { HappeningView } from '#contract/process-instances.ts';
import { on, type Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { compiledVersion, type CompiledVersion } from './compiled.ts';
import { processErrors } from '../errors.ts';
import { instanceRows } from './list-instances.ts';
import type { ProcessTables } from '../tables.ts';

/** Throws `process-instance.not-found`. */
export async function listHappenings(
  ctx: Context,
  { id, cursor, limit }: { id: string; cursor?: string | undefined; limit: number },
): Promise<{ items: HappeningView[]; next: string | null }> {
  const [row] = await instanceRows(ctx, sql`i.id = ${id}`, 1);
  if (!row) throw processErrors.instanceNotFound({ id });
  const after = cursor === undefined ? 0 : Number(decodeCursor(cursor, 1)[0]);
  const [moves, now, rows] = await Promise.all([
    movesOf(ctx, id),
    compiledVersion(ctx, row.version_id),
    on<ProcessTables>(ctx)
      .selectFrom('process_happenings')
      .selectAll()
      .where('organisation_id', '=', ctx.organisationId)
      .where('instance_id', '=', id)
      .where('number', '>', after)
      .orderBy('number')
      .limit(limit + 1)
      .execute(),
  ]);
  return page(
    rows,
    limit,
    (one): HappeningView => ({
      number: one.number,
      at: one.at,
      type: one.type,
      elementId: one.element_id,
      name: one.type === 'migrated' ? null : nameOf(versionAt(one.number), one.element_id),
      token: one.token,
      scope: one.scope,
      version: moves.find(({ happening }) => happening === one.number)?.to ?? null,
    }),
    (one) => [one.number],
  );

  function versionAt(number: number): CompiledVersion {
    return moves.find(({ happening }) => number < happening)?.before ?? now;
  }
}

type MoveOf = { happening: number; to: number; before: CompiledVersion };

/** In their order; a person decides on each, so that there are few. */
async function movesOf(ctx: Context, id: string): Promise<MoveOf[]> {
  const rows = await on<ProcessTables>(ctx)
    .selectFrom('process_migration_instances as i')
    .innerJoin('process_migrations as m', (join) =>
      join.onRef('m.organisation_id', '=', 'i.organisation_id').onRef('m.id', '=', 'i.migration_id'),
    )
    .innerJoin('process_versions as v', (join) =>
      join.onRef('v.organisation_id', '=', 'm.organisation_id').onRef('v.id', '=', 'm.to_version_id'),
    )
    .select(['i.happening', 'm.from_version_id', 'v.number'])
    .where('i.organisation_id', '=', ctx.organisationId)
    .where('i.instance_id', '=', id)
    .where('i.outcome', '=', 'migrated')
    .orderBy('i.happening')
    .limit(100)
    .execute();
  return Promise.all(
    rows.map(async (row) => ({
      happening: row.happening!,
      to: row.number,
      before: await compiledVersion(ctx, row.from_version_id),
    })),
  );
}

function nameOf(version: CompiledVersion, elementId: string): string | null {
  for (const { nodes, flows } of version.values()) {
    const element = nodes.get(elementId) ?? flows.get(elementId);
    if (element) return element.name ?? null;
  }
  return null;
}

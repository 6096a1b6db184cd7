// Versions of models as the API shows them, and as verbs need them.
import { sql, type Selectable } from 'kysely';
import type { DiagramFault, Version, VersionBrief } from '#contract/processes.ts';
import { byKey, on, type Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { processErrors } from '../errors.ts';
import { requireModel } from './models.ts';
import { peopleNamed } from '../tasks/people.ts';
import type { ProcessTables } from '../tables.ts';

type VersionRow = Selectable<ProcessTables['process_versions']>;
type ShownRow = Omit<VersionRow, 'xml' | 'faults'> & { running: number };

/** Throws `process.version-not-found`. */
export async function requireVersion(ctx: Context, modelId: string, number: number): Promise<VersionRow> {
  const row = await byKey<ProcessTables>(ctx)
    .selectFrom('process_versions')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .where('model_id', '=', modelId)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) throw processErrors.versionNotFound({ id: modelId, version: number });
  return row;
}

export async function listVersions(
  ctx: Context,
  { id, cursor, limit }: { id: string; cursor?: string | undefined; limit: number },
): Promise<{ items: VersionBrief[]; next: string | null }> {
  await requireModel(ctx, id);
  const before = cursor === undefined ? null : Number(decodeCursor(cursor, 1)[0]);
  const rows = await shown(ctx, id)
    .$if(before !== null, (select) => select.where('v.number', '<', before))
    .limit(limit + 1)
    .execute();
  const items = await briefs(ctx, rows);
  return page(
    rows.map((row, at) => ({ row, item: items[at]! })),
    limit,
    ({ item }) => item,
    ({ row }) => [row.number],
  );
}

export async function versionBrief(ctx: Context, modelId: string, number: number): Promise<VersionBrief> {
  const rows = await shown(ctx, modelId).where('v.number', '=', number).execute();
  if (rows.length === 0) throw processErrors.versionNotFound({ id: modelId, version: number });
  return (await briefs(ctx, rows))[0]!;
}

/** Throws `process.version-not-found`. */
export async function getVersion(ctx: Context, { id, number }: { id: string; number: number }): Promise<Version> {
  const [{ xml, faults }, brief] = await Promise.all([requireVersion(ctx, id, number), versionBrief(ctx, id, number)]);
  return { ...brief, xml, faults: faults as DiagramFault[] };
}

const shown = (ctx: Context, modelId: string) =>
  on<ProcessTables>(ctx)
    .selectFrom('process_versions as v')
    .select(['v.organisation_id', 'v.id', 'v.model_id', 'v.number', 'v.sha256', 'v.processes', 'v.note'])
    .select(['v.published_at', 'v.published_by', 'v.proposed_by'])
    .select(
      sql<number>`(select count(*)::int from process_instances i where i.organisation_id = v.organisation_id and i.version_id = v.id and i.status = 'running')`.as(
        'running',
      ),
    )
    .where('v.organisation_id', '=', ctx.organisationId)
    .where('v.model_id', '=', modelId)
    .orderBy('v.number', 'desc');

async function briefs(ctx: Context, rows: readonly ShownRow[]): Promise<VersionBrief[]> {
  const people = await peopleNamed(
    ctx,
    rows.flatMap((row) => [row.published_by, row.proposed_by]),
  );
  return rows.map((row) => ({
    number: row.number,
    sha256: row.sha256,
    note: row.note,
    publishedAt: row.published_at,
    publishedBy: people(row.published_by),
    proposedBy: people(row.proposed_by),
    processes: row.processes as VersionBrief['processes'],
    running: row.running,
  }));
}

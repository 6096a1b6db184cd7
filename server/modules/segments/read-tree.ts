// The tree as screens show it: a version, its segments depth first with how many stand in each, and who stands nowhere.
import { sql } from 'kysely';
import type { CustomerTree, SegmentNode } from '#contract/segments.ts';
import { on, type Context } from '#platform/context.ts';
import { segmentErrors } from './errors.ts';
import type { SegmentTables } from './tables.ts';
import { nodesOf } from './tree.ts';
import { readVersion, standingVersions } from './versions.ts';

/** The published version unless another is named; without one, the draft. Throws `segment.version-not-found`. */
export async function readTree(ctx: Context, asked: number | undefined): Promise<CustomerTree> {
  const { published, draft, publishingSince } = await standingVersions(ctx);
  const number = asked ?? published ?? draft;
  if (number === null)
    return { version: null, published, draft, publishingSince, nodes: [], unplaced: 0, lastRecomputation: null };
  const version = await readVersion(ctx, number);
  if (!version) throw segmentErrors.versionNotFound({ version: number });
  const members = await membersBySegment(ctx);
  const personas = await personasBySegment(ctx);
  const nodes = (await nodesOf(ctx, number)).map((node): SegmentNode => ({
    ...node,
    members: members.get(node.id)?.members ?? 0,
    pinned: members.get(node.id)?.pinned ?? 0,
    personas: personas.get(node.id) ?? 0,
  }));
  return {
    version,
    published,
    draft,
    publishingSince,
    nodes,
    unplaced: members.get(null)?.members ?? 0,
    lastRecomputation: await lastRecomputation(ctx),
  };
}

async function membersBySegment(ctx: Context): Promise<Map<string | null, { members: number; pinned: number }>> {
  const { rows } = await sql<{ segment_id: string | null; members: number; pinned: number }>`
    select segment_id, count(*)::int as members, count(pinned_at)::int as pinned
      from segment_members where organisation_id = ${ctx.organisationId} and until is null group by segment_id`.execute(
    ctx.transaction,
  );
  return new Map(rows.map(({ segment_id, ...counts }) => [segment_id, counts]));
}

async function personasBySegment(ctx: Context): Promise<Map<string, number>> {
  const rows = await on<SegmentTables>(ctx)
    .selectFrom('personas')
    .select(({ fn }) => ['segment_id', fn.countAll<number>().as('personas')])
    .where('organisation_id', '=', ctx.organisationId)
    .where('removed_at', 'is', null)
    .groupBy('segment_id')
    .execute();
  return new Map(rows.map((row) => [row.segment_id, row.personas]));
}

async function lastRecomputation(ctx: Context): Promise<CustomerTree['lastRecomputation']> {
  const row = await on<SegmentTables>(ctx)
    .selectFrom('segment_recomputations')
    .select(['cause', 'started_at as startedAt', 'milliseconds', 'customers', 'placed', 'moved', 'misfits'])
    .where('organisation_id', '=', ctx.organisationId)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

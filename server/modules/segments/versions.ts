// Versions of the tree: which stand now, what one says of itself, and all of them as a list.
import type { TreeVersion } from '#contract/segments.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { segmentErrors } from './errors.ts';
import type { SegmentTables } from './tables.ts';

export async function standingVersions(ctx: Context): Promise<{ published: number | null; draft: number | null }> {
  const rows = await on<SegmentTables>(ctx)
    .selectFrom('tree_versions')
    .select(['number', 'state'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('state', 'in', ['published', 'draft'])
    .execute();
  const of = (state: string) => rows.find((row) => row.state === state)?.number ?? null;
  return { published: of('published'), draft: of('draft') };
}

/** The draft, held against another change until the transaction ends. Throws `segment.no-draft`. */
export async function requireDraft(ctx: Context): Promise<number> {
  const row = await on<SegmentTables>(ctx)
    .selectFrom('tree_versions')
    .select('number')
    .where('organisation_id', '=', ctx.organisationId)
    .where('state', '=', 'draft')
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw segmentErrors.noDraft();
  return row.number;
}

export async function readVersion(ctx: Context, number: number): Promise<TreeVersion | undefined> {
  return versions(ctx).where('v.number', '=', number).executeTakeFirst();
}

export async function listVersions(
  ctx: Context,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: TreeVersion[]; next: string | null }> {
  const before = cursor === undefined ? null : Number(decodeCursor(cursor, 1)[0]);
  const rows = await versions(ctx)
    .$if(before !== null, (select) => select.where('v.number', '<', before))
    .orderBy('v.number', 'desc')
    .limit(limit + 1)
    .execute();
  return page(
    rows,
    limit,
    (row) => row,
    (row) => [row.number],
  );
}

function versions(ctx: Context) {
  return on<SegmentTables & OrganisationViews>(ctx)
    .selectFrom('tree_versions as v')
    .leftJoin('person_briefs as d', (join) =>
      join.onRef('d.organisation_id', '=', 'v.organisation_id').onRef('d.id', '=', 'v.drafted_by'),
    )
    .leftJoin('person_briefs as p', (join) =>
      join.onRef('p.organisation_id', '=', 'v.organisation_id').onRef('p.id', '=', 'v.published_by'),
    )
    .select([
      'v.number',
      'v.state',
      'v.note',
      'v.based_on as basedOn',
      'd.name as draftedBy',
      'v.drafted_at as draftedAt',
      'p.name as publishedBy',
      'v.published_at as publishedAt',
      'v.retired_at as retiredAt',
    ])
    .where('v.organisation_id', '=', ctx.organisationId);
}

// Versions of the tree: which stand now, what one says of itself, and all of them as a list.
import type { TreeVersion } from '#contract/segments.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { segmentErrors } from './errors.ts';
import type { SegmentTables } from './tables.ts';

/** A publication that has not ended by then never will: its job was lost with what ran it. */
const longestPublicationMs = 3_600_000;

type Standing = { published: number | null; draft: number | null; publishingSince: Date | null };

export async function standingVersions(ctx: Context): Promise<Standing> {
  const rows = await on<SegmentTables>(ctx)
    .selectFrom('tree_versions')
    .select(['number', 'state', 'publishing_at'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('state', 'in', ['published', 'draft'])
    .execute();
  const of = (state: string) => rows.find((row) => row.state === state)?.number ?? null;
  const since = rows.find((row) => row.state === 'draft')?.publishing_at ?? null;
  return { published: of('published'), draft: of('draft'), publishingSince: goesOn(ctx, since) ? since : null };
}

const goesOn = (ctx: Context, since: Date | null): boolean =>
  since !== null && ctx.clock.now().getTime() - since.getTime() < longestPublicationMs;

/**
 * The draft, held against another change until the transaction ends. Throws `segment.no-draft`, and `segment.publishing` to
 * everybody but its publication.
 */
export async function requireDraft(ctx: Context, { publishes = false } = {}): Promise<number> {
  const row = await on<SegmentTables>(ctx)
    .selectFrom('tree_versions')
    .select(['number', 'publishing_at'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('state', '=', 'draft')
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw segmentErrors.noDraft();
  if (!publishes && goesOn(ctx, row.publishing_at)) throw segmentErrors.publishing();
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

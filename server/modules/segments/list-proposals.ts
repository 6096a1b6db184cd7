// Proposals from drift: what the open one holds now, and what became of earlier ones.
import { sql } from 'kysely';
import type { SegmentProposal } from '#contract/segments.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { may, on, type Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { segmentErrors } from './errors.ts';
import { namedMoves, type CountedMove } from './named-moves.ts';
import type { SegmentTables } from './tables.ts';
import { nodesOf } from './tree.ts';

const examplesOfEach = 5;

export async function listProposals(
  ctx: Context,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: SegmentProposal[]; next: string | null }> {
  const before = cursor === undefined ? null : decodeCursor(cursor, 2);
  const rows = await proposals(ctx)
    .$if(before !== null, (select) =>
      select.where(sql<boolean>`(p.opened_at, p.id) < (${before?.[0]}::timestamptz, ${before?.[1]}::uuid)`),
    )
    .orderBy('p.opened_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(limit + 1)
    .execute();
  // At most one is open, and only it is looked into.
  const open = rows.find((row) => row.state === 'open');
  const held = open ? await contentsOf(ctx, open) : null;
  return page(
    rows,
    limit,
    (row): SegmentProposal => (row === open && held ? { ...settled(row), ...held } : settled(row)),
    (row) => [row.openedAt.toISOString(), row.id],
  );
}

/** Throws `segment.proposal-not-found`. */
export async function readProposal(ctx: Context, id: string): Promise<SegmentProposal> {
  const row = await proposals(ctx).where('p.id', '=', id).executeTakeFirst();
  if (!row) throw segmentErrors.proposalNotFound({ id });
  return row.state === 'open' ? { ...settled(row), ...(await contentsOf(ctx, row)) } : settled(row);
}

function proposals(ctx: Context) {
  return on<SegmentTables & OrganisationViews>(ctx)
    .selectFrom('segment_proposals as p')
    .leftJoin('person_briefs as d', (join) =>
      join.onRef('d.organisation_id', '=', 'p.organisation_id').onRef('d.id', '=', 'p.decided_by'),
    )
    .select([
      'p.id',
      'p.kind',
      'p.state',
      'p.tree_version as treeVersion',
      'p.opened_at as openedAt',
      'd.name as decidedBy',
      'p.decided_at as decidedAt',
      'p.reason',
      'p.members',
      'p.misfits',
    ])
    .where('p.organisation_id', '=', ctx.organisationId);
}

type Row = Omit<SegmentProposal, 'members' | 'misfits' | 'segments' | 'moves'> & {
  members: number | null;
  misfits: number | null;
};

const settled = (row: Row): SegmentProposal => ({
  ...row,
  members: row.members ?? 0,
  misfits: row.misfits ?? 0,
  segments: [],
  moves: [],
});

async function contentsOf(
  ctx: Context,
  { id, treeVersion }: Row,
): Promise<Pick<SegmentProposal, 'members' | 'misfits' | 'segments' | 'moves'>> {
  const nodes = await nodesOf(ctx, treeVersion);
  const { rows: moves } = await sql<CountedMove & { customers: string[] }>`
    select from_segment_id as "from", to_segment_id as "to", count(*)::int as count,
           (array_agg(customer_id order by customer_id))[1:${sql.lit(examplesOfEach)}] as customers
      from segment_proposal_moves where organisation_id = ${ctx.organisationId} and proposal_id = ${id}
     group by 1, 2 order by 3 desc`.execute(ctx.transaction);
  const { rows: standing } = await sql<{ segment: string | null; members: number }>`
    select segment_id as segment, count(*)::int as members
      from segment_members where organisation_id = ${ctx.organisationId} and until is null group by 1`.execute(
    ctx.transaction,
  );
  const misfitsOf = (segment: string | null) =>
    moves.reduce((sum, move) => sum + (move.from === segment ? move.count : 0), 0);
  const membersOf = (segment: string | null) => standing.find((row) => row.segment === segment)?.members ?? 0;
  const places: { id: string | null; name: SegmentProposal['segments'][number]['name'] }[] = [
    ...nodes,
    { id: null, name: null },
  ];
  return {
    members: standing.reduce((sum, row) => sum + row.members, 0),
    misfits: moves.reduce((sum, move) => sum + move.count, 0),
    segments: places
      .map((place) => ({ id: place.id, name: place.name, members: membersOf(place.id), misfits: misfitsOf(place.id) }))
      .filter((place) => place.misfits > 0),
    moves: await namedMoves(ctx, moves, nodes, may(ctx.actor, 'customer.read')),
  };
}

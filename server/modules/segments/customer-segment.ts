// Where a customer stands in the tree, and stood before: as the record of the customer shows it.
import type { Selectable } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import type { CustomerSegment } from '#contract/segments.ts';
import { customerBrief } from '#modules/customers/index.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import type { SegmentTables } from './tables.ts';

const shown = 20;

/** Throws `customer.not-found`. */
export async function customerSegment(ctx: Context, customerId: string): Promise<CustomerSegment> {
  await customerBrief(ctx, customerId);
  const rows = await on<SegmentTables & OrganisationViews>(ctx)
    .selectFrom('segment_members as m')
    .leftJoin('segment_nodes as n', (join) =>
      join
        .onRef('n.organisation_id', '=', 'm.organisation_id')
        .onRef('n.tree_version', '=', 'm.tree_version')
        .onRef('n.segment_id', '=', 'm.segment_id'),
    )
    .leftJoin('person_briefs as p', (join) =>
      join.onRef('p.organisation_id', '=', 'm.organisation_id').onRef('p.id', '=', 'm.pinned_by'),
    )
    .select([
      'm.segment_id',
      'm.tree_version',
      'm.since',
      'm.until',
      'm.pinned_at',
      'm.pin_reason',
      'n.name',
      'p.name as pinner',
    ])
    .where('m.organisation_id', '=', ctx.organisationId)
    .where('m.customer_id', '=', customerId)
    .orderBy('m.since', 'desc')
    .limit(shown)
    .execute();
  const history = rows.map(placeOf);
  return { now: history.find((place) => place.until === null) ?? null, history };
}

type Row = Pick<
  Selectable<SegmentTables['segment_members']>,
  'segment_id' | 'tree_version' | 'since' | 'until' | 'pinned_at' | 'pin_reason'
> & { name: unknown; pinner: string | null };

function placeOf(row: Row): CustomerSegment['history'][number] {
  return {
    segmentId: row.segment_id,
    name: row.name as LocaleText | null,
    treeVersion: row.tree_version,
    since: row.since,
    until: row.until,
    pinned: row.pinned_at ? { at: row.pinned_at, by: row.pinner, reason: row.pin_reason } : null,
  };
}

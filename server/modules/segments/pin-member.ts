// Places a customer by hand, whatever the rules say, and lets the rules have the customer back.
import { sql } from 'kysely';
import { lockCustomers, customerBrief } from '#modules/customers/index.ts';
import { actorId } from '#platform/actor.ts';
import { append, on, type Context } from '#platform/context.ts';
import { segmentErrors } from './errors.ts';
import { endPlaces, placeHomeless } from './move-members.ts';
import { holdTree, publishedTree, type PublishedTree } from './published-tree.ts';
import type { SegmentTables } from './tables.ts';
import { nodesOf } from './tree.ts';

type Pin = { customerId: string; segmentId: string; reason: string };

/** Throws `customer.not-found`, `segment.no-tree`, `segment.not-found`. */
export async function pinMember(ctx: Context, { customerId, segmentId, reason }: Pin): Promise<void> {
  const tree = await begin(ctx, customerId);
  if (!(await nodesOf(ctx, tree.version)).some((node) => node.id === segmentId))
    throw segmentErrors.notFound({ id: segmentId });
  await placeHomeless(ctx, tree, [customerId]);
  await endPlaces(ctx, sql`m.customer_id = ${customerId}`);
  await sql`
    insert into segment_members (organisation_id, customer_id, since, segment_id, tree_version, pinned_at, pinned_by, pin_reason)
    select organisation_id, customer_id, max(until), ${segmentId}::uuid, ${tree.version}::integer, ${ctx.clock.now()}::timestamptz, ${actorId(ctx.actor)}::uuid, ${reason}::text
      from segment_members where organisation_id = ${ctx.organisationId} and customer_id = ${customerId} group by 1, 2`.execute(
    ctx.transaction,
  );
  await leaveProposal(ctx, customerId);
  append(ctx, {
    type: 'segment.member-pinned',
    subjectType: 'customer',
    subjectId: customerId,
    customerId,
    data: { segmentId, treeVersion: tree.version },
  });
}

/** Throws `customer.not-found`, `segment.no-tree`, `segment.not-pinned`. */
export async function unpinMember(ctx: Context, customerId: string): Promise<void> {
  const tree = await begin(ctx, customerId);
  const ended = await endPlaces(ctx, sql`m.customer_id = ${customerId} and m.pinned_at is not null`);
  if (ended === 0) throw segmentErrors.notPinned({ customerId });
  await placeHomeless(ctx, tree, [customerId]);
  append(ctx, {
    type: 'segment.member-unpinned',
    subjectType: 'customer',
    subjectId: customerId,
    customerId,
    data: { treeVersion: tree.version },
  });
}

async function begin(ctx: Context, customerId: string): Promise<PublishedTree> {
  await holdTree(ctx, 'shared');
  await customerBrief(ctx, customerId);
  await lockCustomers(ctx, [customerId]);
  const tree = await publishedTree(ctx);
  if (!tree) throw segmentErrors.noTree();
  return tree;
}

/** Whoever is pinned does not drift. */
async function leaveProposal(ctx: Context, customerId: string): Promise<void> {
  await on<SegmentTables>(ctx)
    .deleteFrom('segment_proposal_moves')
    .where('organisation_id', '=', ctx.organisationId)
    .where('customer_id', '=', customerId)
    .where('proposal_id', 'in', (from) =>
      from
        .selectFrom('segment_proposals')
        .select('id')
        .where('organisation_id', '=', ctx.organisationId)
        .where('state', '=', 'open'),
    )
    .execute();
}

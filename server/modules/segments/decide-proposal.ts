// Decides what drift proposes: approved, its members move by set; declined with a reason, they stay and are not proposed again.
import { sql } from 'kysely';
import { actorId } from '#platform/actor.ts';
import { append, on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { segmentErrors } from './errors.ts';
import { readProposal } from './list-proposals.ts';
import { holdTree, publishedTree } from './published-tree.ts';
import type { SegmentTables } from './tables.ts';

/** Throws `segment.proposal-not-found`, `segment.proposal-decided`. */
export async function approveProposal(ctx: Context, id: string): Promise<void> {
  const proposal = await decide(ctx, id, { state: 'approved', reason: null });
  const tree = await publishedTree(ctx);
  if (!tree) throw segmentErrors.noTree();
  // Whoever was pinned or moved since it was noted stays.
  const ended = await sql<{ customer_id: string }>`
    update segment_members m set until = greatest(${ctx.clock.now()}::timestamptz, m.since + interval '1 millisecond')
      from segment_proposal_moves d
     where m.organisation_id = ${ctx.organisationId} and m.until is null and m.pinned_at is null
       and d.organisation_id = ${ctx.organisationId} and d.proposal_id = ${id} and d.customer_id = m.customer_id
       and m.segment_id is not distinct from d.from_segment_id`.execute(ctx.transaction);
  await sql`
    insert into segment_members (organisation_id, customer_id, since, segment_id, tree_version)
    select d.organisation_id, d.customer_id,
           (select max(e.until) from segment_members e where e.organisation_id = ${ctx.organisationId} and e.customer_id = d.customer_id),
           d.to_segment_id, ${tree.version}
      from segment_proposal_moves d
     where d.organisation_id = ${ctx.organisationId} and d.proposal_id = ${id}
       and not exists (select from segment_members m where m.organisation_id = ${ctx.organisationId} and m.customer_id = d.customer_id and m.until is null)
       and exists (select from segment_members m where m.organisation_id = ${ctx.organisationId} and m.customer_id = d.customer_id)`.execute(
    ctx.transaction,
  );
  const moved = Number(ended.numAffectedRows ?? 0);
  append(ctx, {
    type: 'segment.proposal-approved',
    subjectType: 'segment-proposal',
    subjectId: id,
    data: { treeVersion: proposal.treeVersion, moved },
  });
  append(ctx, {
    type: 'segment.members-moved',
    subjectType: 'organisation',
    subjectId: ctx.organisationId,
    data: { treeVersion: tree.version, moved, placed: 0 },
  });
}

/** Throws `segment.proposal-not-found`, `segment.proposal-decided`. */
export async function declineProposal(ctx: Context, { id, reason }: { id: string; reason: string }): Promise<void> {
  if (reason.trim() === '') throw invalidField('reason', 'required');
  const proposal = await decide(ctx, id, { state: 'declined', reason });
  append(ctx, {
    type: 'segment.proposal-declined',
    subjectType: 'segment-proposal',
    subjectId: id,
    data: { treeVersion: proposal.treeVersion, stayed: proposal.misfits },
  });
}

async function decide(ctx: Context, id: string, decision: { state: 'approved' | 'declined'; reason: string | null }) {
  await holdTree(ctx, 'alone');
  const proposal = await readProposal(ctx, id);
  if (proposal.state !== 'open') throw segmentErrors.proposalDecided({ state: proposal.state });
  await on<SegmentTables>(ctx)
    .updateTable('segment_proposals')
    .set({
      ...decision,
      decided_by: actorId(ctx.actor),
      decided_at: ctx.clock.now(),
      members: proposal.members,
      misfits: proposal.misfits,
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
  return proposal;
}

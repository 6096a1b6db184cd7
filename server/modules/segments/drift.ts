// Drift: members who no longer fit their segment, kept in one open proposal until a person decides.
import { sql } from 'kysely';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { among, type Among } from './move-members.ts';
import type { PublishedTree } from './published-tree.ts';
import type { SegmentTables } from './tables.ts';

/**
 * Brings the open proposal up to date for these customers, or for everybody; opens one where there is none, and lets it go
 * where nobody is left in it. What was declined is not proposed again until the customer would move elsewhere. Answers how
 * many no longer fit, of those looked at.
 */
export async function noteDrift(ctx: Context, tree: PublishedTree, ids: Among): Promise<number> {
  const open = await openProposal(ctx);
  if (open)
    await sql`delete from segment_proposal_moves where organisation_id = ${ctx.organisationId} and proposal_id = ${open} and ${among('customer_id', ids)}`.execute(
      ctx.transaction,
    );
  const proposalId = open ?? newId();
  const found = sql`
    from segment_members m join customer_traits c on c.organisation_id = m.organisation_id and c.id = m.customer_id
   where m.organisation_id = ${ctx.organisationId} and m.until is null and m.pinned_at is null and ${among('m.customer_id', ids)}
     and m.segment_id is distinct from ${tree.placement}
     and not exists (
       select from segment_proposal_moves d join segment_proposals p on p.organisation_id = d.organisation_id and p.id = d.proposal_id
        where d.organisation_id = ${ctx.organisationId} and d.customer_id = m.customer_id and p.state = 'declined' and p.tree_version = ${tree.version}
          and d.from_segment_id is not distinct from m.segment_id and d.to_segment_id is not distinct from ${tree.placement})`;
  if (!open) {
    const { rows } = await sql`select 1 ${found} limit 1`.execute(ctx.transaction);
    if (rows.length === 0) return 0;
    await openNew(ctx, proposalId, tree.version);
  }
  const { numAffectedRows } = await sql`
    insert into segment_proposal_moves (organisation_id, proposal_id, customer_id, from_segment_id, to_segment_id)
    select m.organisation_id, ${proposalId}, m.customer_id, m.segment_id, ${tree.placement} ${found}`.execute(
    ctx.transaction,
  );
  if (open) await letGoIfEmpty(ctx, open);
  return Number(numAffectedRows ?? 0);
}

async function openProposal(ctx: Context): Promise<string | null> {
  const row = await on<SegmentTables>(ctx)
    .selectFrom('segment_proposals')
    .select('id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('kind', '=', 'drift')
    .where('state', '=', 'open')
    .forUpdate()
    .executeTakeFirst();
  return row?.id ?? null;
}

async function openNew(ctx: Context, id: string, version: number): Promise<void> {
  await on<SegmentTables>(ctx)
    .insertInto('segment_proposals')
    .values({
      organisation_id: ctx.organisationId,
      id,
      kind: 'drift',
      state: 'open',
      tree_version: version,
      opened_at: ctx.clock.now(),
    })
    .execute();
  append(ctx, {
    type: 'segment.proposal-opened',
    subjectType: 'segment-proposal',
    subjectId: id,
    data: { kind: 'drift', treeVersion: version },
  });
}

async function letGoIfEmpty(ctx: Context, id: string): Promise<void> {
  await on<SegmentTables>(ctx)
    .updateTable('segment_proposals')
    .set({ state: 'superseded', decided_at: ctx.clock.now(), members: null, misfits: 0 })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('segment_proposal_moves')
            .select('customer_id')
            .where('organisation_id', '=', ctx.organisationId)
            .where('proposal_id', '=', id),
        ),
      ),
    )
    .execute();
}

/** A new version asks everybody anew: what the old one made of them is history. */
export async function supersedeProposal(ctx: Context): Promise<void> {
  await on<SegmentTables>(ctx)
    .updateTable('segment_proposals')
    .set({ state: 'superseded', decided_at: ctx.clock.now() })
    .where('organisation_id', '=', ctx.organisationId)
    .where('state', '=', 'open')
    .execute();
}

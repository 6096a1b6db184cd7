// Proposals to publish a draft, as the API shows them, and the one that waits.
import type { Selectable } from 'kysely';
import type { Proposal } from '#contract/processes.ts';
import { on, type Context } from '#platform/context.ts';
import { processErrors } from '../errors.ts';
import { peopleNamed } from '../tasks/people.ts';
import type { ProcessTables } from '../tables.ts';

type ProposalRow = Selectable<ProcessTables['process_proposals']>;

const mostShown = 20;

export async function proposalsOf(ctx: Context, modelId: string): Promise<Proposal[]> {
  const rows = await proposals(ctx, modelId).limit(mostShown).execute();
  const people = await peopleNamed(
    ctx,
    rows.flatMap((row) => [row.proposed_by, row.decided_by]),
  );
  return rows.map((row) => ({
    id: row.id,
    revision: row.revision,
    note: row.note,
    proposedBy: people(row.proposed_by),
    proposedAt: row.proposed_at,
    decision: row.decision,
    decidedBy: people(row.decided_by),
    decidedAt: row.decided_at,
    reason: row.reason,
  }));
}

export const waitingProposal = (ctx: Context, modelId: string): Promise<ProposalRow | undefined> =>
  proposals(ctx, modelId).where('decision', 'is', null).executeTakeFirst();

/** Throws `process.not-proposed`. */
export async function requireProposal(ctx: Context, modelId: string, id?: string): Promise<ProposalRow> {
  const proposal = await waitingProposal(ctx, modelId);
  if (!proposal || (id !== undefined && proposal.id !== id)) throw processErrors.notProposed({ id: modelId });
  return proposal;
}

/** Throws `process.proposed`: the draft stays as it was proposed. */
export async function requireNotProposed(ctx: Context, modelId: string): Promise<void> {
  if (await waitingProposal(ctx, modelId)) throw processErrors.proposed({ id: modelId });
}

/** By whoever acts, now. */
export async function decide(
  ctx: Context,
  proposal: ProposalRow,
  decision: 'approved' | 'sent-back' | 'withdrawn',
  reason: string | null = null,
): Promise<void> {
  await on<ProcessTables>(ctx)
    .updateTable('process_proposals')
    .set({
      decision,
      decided_by: ctx.actor.kind === 'staff' ? ctx.actor.personId : null,
      decided_at: ctx.clock.now(),
      reason,
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', proposal.id)
    .execute();
}

const proposals = (ctx: Context, modelId: string) =>
  on<ProcessTables>(ctx)
    .selectFrom('process_proposals')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .where('model_id', '=', modelId)
    .orderBy('proposed_at', 'desc')
    .orderBy('id', 'desc');

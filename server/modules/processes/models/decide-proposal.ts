// What becomes of a proposal: the owner approves and with that publishes, or sends it back; whoever proposed takes it back.
import type { LocaleText } from '#contract/common.ts';
import type { Model, VersionBrief } from '#contract/processes.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { tell } from '#modules/notifications/index.ts';
import { append, type Context } from '#platform/context.ts';
import { requireDraft } from './drafts.ts';
import { processErrors } from '../errors.ts';
import { getModel, mayPublish, requireLiving, requireOwner, type ModelRow } from './models.ts';
import { personOrNull } from '../tasks/people.ts';
import { decide, requireProposal } from './proposals.ts';
import { writeVersion } from './publish-version.ts';
import { versionBrief } from './versions.ts';

/** Throws `process.not-owner`, `process.not-proposed`, and what publishing throws: units and processes may have gone since. */
export async function approveProposal(
  ctx: Context,
  { id, proposalId }: { id: string; proposalId: string },
): Promise<VersionBrief> {
  const model = await requireLiving(ctx, id);
  requireOwner(ctx, model);
  const proposal = await requireProposal(ctx, id, proposalId);
  const { draft } = await requireDraft(ctx, id, proposal.revision);
  await decide(ctx, proposal, 'approved');
  const number = await writeVersion(ctx, model, draft, { note: proposal.note, proposedBy: proposal.proposed_by });
  await tellProposer(ctx, model, proposal.proposed_by, 'process.published');
  return versionBrief(ctx, id, number);
}

/** Throws `process.not-owner`, `process.not-proposed`. */
export async function sendBackProposal(
  ctx: Context,
  { id, proposalId, reason }: { id: string; proposalId: string; reason: string },
): Promise<Model> {
  const model = await requireLiving(ctx, id);
  requireOwner(ctx, model);
  const proposal = await requireProposal(ctx, id, proposalId);
  await decide(ctx, proposal, 'sent-back', cleanText(reason));
  append(ctx, { type: 'process.sent-back', subjectType: 'process-model', subjectId: id, data: { proposalId } });
  await tellProposer(ctx, model, proposal.proposed_by, 'process.sent-back');
  return getModel(ctx, id);
}

/** Throws `process.not-owner` for anybody else, `process.not-proposed`. */
export async function withdrawProposal(ctx: Context, id: string): Promise<Model> {
  const model = await requireLiving(ctx, id);
  const proposal = await requireProposal(ctx, id);
  if (proposal.proposed_by !== personOrNull(ctx) && !mayPublish(ctx, model)) throw processErrors.notOwner({ id });
  await decide(ctx, proposal, 'withdrawn');
  append(ctx, {
    type: 'process.proposal-withdrawn',
    subjectType: 'process-model',
    subjectId: id,
    data: { proposalId: proposal.id },
  });
  return getModel(ctx, id);
}

async function tellProposer(ctx: Context, model: ModelRow, personId: string | null, type: string): Promise<void> {
  if (personId === null || personId === personOrNull(ctx)) return;
  await tell(ctx, {
    personIds: [personId],
    type,
    subjectType: 'process-model',
    subjectId: model.id,
    data: { title: model.name as LocaleText },
  });
}

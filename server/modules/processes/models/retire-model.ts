// Retires a process: nothing begins it any more, what runs goes on.
import type { Model } from '#contract/processes.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { append, may, on, type Context } from '#platform/context.ts';
import { processErrors } from '../errors.ts';
import { getModel, isOwner, requireLiving } from './models.ts';
import { personOrNull } from '../tasks/people.ts';
import { decide, waitingProposal } from './proposals.ts';
import type { ProcessTables } from '../tables.ts';

/** By the owner, or whoever names owners. Throws `process.not-found`, `process.retired`, `process.not-owner`. */
export async function retireModel(ctx: Context, { id, reason }: { id: string; reason: string }): Promise<Model> {
  const model = await requireLiving(ctx, id);
  if (!isOwner(ctx, model) && !may(ctx.actor, 'process.appoint')) throw processErrors.notOwner({ id });
  const now = ctx.clock.now();
  await on<ProcessTables>(ctx)
    .updateTable('process_models')
    .set({ retired_at: now, retired_by: personOrNull(ctx), retire_reason: cleanText(reason), changed_at: now })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
  await on<ProcessTables>(ctx)
    .deleteFrom('process_starts')
    .where('organisation_id', '=', ctx.organisationId)
    .where('model_id', '=', id)
    .execute();
  const proposal = await waitingProposal(ctx, id);
  if (proposal) await decide(ctx, proposal, 'withdrawn');
  append(ctx, { type: 'process.retired', subjectType: 'process-model', subjectId: id, data: {} });
  return getModel(ctx, id);
}

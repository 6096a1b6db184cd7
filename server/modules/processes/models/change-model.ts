// Changes what the catalogue says of a process, from the revision that the change was made from.
import type { Model, ModelInput } from '#contract/processes.ts';
import { append, may, on, type Context } from '#platform/context.ts';
import { cleanCatalogue, requireCatalogue } from './clean-catalogue.ts';
import { processErrors } from '../errors.ts';
import { getModel, isOwner, requireLiving } from './models.ts';
import type { ProcessTables } from '../tables.ts';

/** Throws `process.changed-meanwhile`, `process.not-owner` for another owner, and what `createModel` throws. */
export async function changeModel(
  ctx: Context,
  { id, revision, ...input }: ModelInput & { id: string; revision: number },
): Promise<Model> {
  const before = await requireLiving(ctx, id);
  if (before.revision !== revision) throw processErrors.changedMeanwhile({ id, revision: before.revision });
  // Whoever could name the owner could approve anything.
  if (input.ownerId !== before.owner_id && !isOwner(ctx, before) && !may(ctx.actor, 'process.appoint'))
    throw processErrors.notOwner({ id });
  await requireCatalogue(ctx, input);
  await on<ProcessTables>(ctx)
    .updateTable('process_models')
    .set({ ...cleanCatalogue(input), revision: revision + 1, changed_at: ctx.clock.now() })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
  append(ctx, {
    type: 'process.model-changed',
    subjectType: 'process-model',
    subjectId: id,
    data: { revision: revision + 1, ...(input.ownerId === before.owner_id ? {} : { ownerId: input.ownerId }) },
  });
  return getModel(ctx, id);
}

// Throws a model away that was never published: nothing ran by it.
import { append, may, on, type Context } from '#platform/context.ts';
import { processErrors } from '../errors.ts';
import { isOwner, requireModel } from './models.ts';
import { personOrNull } from '../tasks/people.ts';
import type { ProcessTables } from '../tables.ts';

/** By whoever began it or owns it, or names owners. Throws `process.not-found`, `process.published`, `process.not-owner`. */
export async function discardModel(ctx: Context, id: string): Promise<void> {
  const model = await requireModel(ctx, id, true);
  if (model.version !== null) throw processErrors.published({ id });
  if (!isOwner(ctx, model) && model.created_by !== personOrNull(ctx) && !may(ctx.actor, 'process.appoint'))
    throw processErrors.notOwner({ id });
  await on<ProcessTables>(ctx)
    .deleteFrom('process_models')
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
  append(ctx, {
    type: 'process.model-discarded',
    subjectType: 'process-model',
    subjectId: id,
    data: { key: model.key },
  });
}

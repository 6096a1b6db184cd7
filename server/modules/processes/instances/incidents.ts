// An incident as a fact, and whom it is told.
import type { LocaleText } from '#contract/common.ts';
import { tell } from '#modules/notifications/index.ts';
import { append, on, type Context } from '#platform/context.ts';
import type { InstanceHead } from './load-instance.ts';
import type { ProcessTables } from '../tables.ts';

/** The owner of the process hears of each. */
export async function tellOfIncident(
  ctx: Context,
  head: Pick<InstanceHead, 'id' | 'modelId'>,
  token: number,
  elementId: string,
): Promise<void> {
  append(ctx, {
    type: 'process-instance.incident-raised',
    subjectType: 'process-instance',
    subjectId: head.id,
    data: { modelId: head.modelId, token, elementId },
  });
  const model = await on<ProcessTables>(ctx)
    .selectFrom('process_models')
    .select(['owner_id', 'name'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', head.modelId)
    .executeTakeFirstOrThrow();
  await tell(ctx, {
    personIds: [model.owner_id],
    type: 'process.incident-raised',
    subjectType: 'process-instance',
    subjectId: head.id,
    data: { title: model.name as LocaleText, modelId: head.modelId },
  });
}

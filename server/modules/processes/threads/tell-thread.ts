// Tells the owner of a process and whoever took part in a thread that something was said in it or that it was settled.
import type { LocaleText } from '#contract/common.ts';
import { tell } from '#modules/notifications/index.ts';
import { on, type Context } from '#platform/context.ts';
import type { ModelRow } from '../models/models.ts';
import { personOrNull } from '../tasks/people.ts';
import type { ProcessTables } from '../tables.ts';

/** Not whoever says it. */
export async function tellThread(
  ctx: Context,
  type: 'process.commented' | 'process.comment-settled',
  model: ModelRow,
  threadId: string,
): Promise<void> {
  const took = await on<ProcessTables>(ctx)
    .selectFrom('process_thread_entries')
    .select('by_id')
    .distinct()
    .where('organisation_id', '=', ctx.organisationId)
    .where('thread_id', '=', threadId)
    .execute();
  const self = personOrNull(ctx);
  await tell(ctx, {
    personIds: [model.owner_id, ...took.map(({ by_id }) => by_id)].filter((id) => id !== self),
    type,
    subjectType: 'process-model',
    subjectId: model.id,
    data: { title: model.name as LocaleText, threadId },
  });
}

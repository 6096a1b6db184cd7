// Says that a migration has ended or was stopped, with what became of its instances: as a fact, and to whoever started it.
import type { LocaleText } from '#contract/common.ts';
import type { Migration } from '#contract/process-migrations.ts';
import { tell } from '#modules/notifications/index.ts';
import { append, type Context } from '#platform/context.ts';
import { requireModel } from '../models/models.ts';
import { personOrNull } from '../tasks/people.ts';

/** Who stopped it themselves knows. */
export async function tellEnd(
  ctx: Context,
  type: 'process.migration-ended' | 'process.migration-stopped',
  { id, modelId, from, to, startedBy, counts }: Migration,
): Promise<void> {
  const { migrated, refused, ended, stopped } = counts;
  append(ctx, {
    type,
    subjectType: 'process-model',
    subjectId: modelId,
    data: { migrationId: id, from, to, migrated, refused, ended, stopped },
  });
  if (startedBy.id === personOrNull(ctx)) return;
  const model = await requireModel(ctx, modelId);
  await tell(ctx, {
    personIds: [startedBy.id],
    type,
    subjectType: 'process-migration',
    subjectId: id,
    data: { title: model.name as LocaleText, modelId, from, to, migrated, refused, ended, stopped },
  });
}

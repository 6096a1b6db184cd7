// Says of an element of the classification that it is not done here on purpose, with the reason; and lifts that again. Both stay on record.
import type { Coverage } from '#contract/process-coverage.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { append, on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { readClassification } from '../classification/classification.ts';
import { actingPerson } from '../tasks/people.ts';
import type { ProcessTables } from '../tables.ts';
import { coverageErrors } from './errors.ts';
import { readCoverage } from './read-coverage.ts';

/** Throws `process-coverage.element-not-found`, `process-coverage.excluded`. */
export async function excludeElement(
  ctx: Context,
  { pcfId, reason }: { pcfId: number; reason: string },
): Promise<Coverage> {
  const personId = actingPerson(ctx);
  const { elements } = await readClassification(ctx);
  if (!elements.some((element) => element.pcfId === pcfId)) throw coverageErrors.elementNotFound({ pcfId });
  const words = cleanText(reason);
  if (words === '') throw invalidField('reason', 'required');
  const id = newId();
  const { numInsertedOrUpdatedRows: written } = await on<ProcessTables>(ctx)
    .insertInto('process_exclusions')
    .values({
      organisation_id: ctx.organisationId,
      id,
      pcf_id: pcfId,
      reason: words,
      excluded_at: ctx.clock.now(),
      excluded_by: personId,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'pcf_id']).where('lifted_at', 'is', null).doNothing(),
    )
    .executeTakeFirstOrThrow();
  if (written === 0n) throw coverageErrors.excluded({ pcfId });
  append(ctx, {
    type: 'process-coverage.excluded',
    subjectType: 'process-exclusion',
    subjectId: id,
    data: { pcfId },
  });
  return readCoverage(ctx);
}

/** Throws `process-coverage.not-excluded`. */
export async function includeElement(ctx: Context, pcfId: number): Promise<Coverage> {
  const personId = actingPerson(ctx);
  const lifted = await on<ProcessTables>(ctx)
    .updateTable('process_exclusions')
    .set({ lifted_at: ctx.clock.now(), lifted_by: personId })
    .where('organisation_id', '=', ctx.organisationId)
    .where('pcf_id', '=', pcfId)
    .where('lifted_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!lifted) throw coverageErrors.notExcluded({ pcfId });
  append(ctx, {
    type: 'process-coverage.included',
    subjectType: 'process-exclusion',
    subjectId: lifted.id,
    data: { pcfId },
  });
  return readCoverage(ctx);
}

// Begins a model: its entry in the catalogue, and a draft that is empty or a diagram made elsewhere.
import type { Model, ModelInput } from '#contract/processes.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { requireReadable } from './check-diagram.ts';
import { cleanCatalogue, requireCatalogue } from './clean-catalogue.ts';
import { emptyDiagram } from './empty-diagram.ts';
import { processErrors } from '../errors.ts';
import { getModel } from './models.ts';
import { actingPerson } from '../tasks/people.ts';
import type { ProcessTables } from '../tables.ts';

/** Throws `process.key-taken`, `unit.not-found`, `person.not-found`, `person.inactive`, `process.has-faults`. */
export async function createModel(
  ctx: Context,
  { key, xml, ...input }: ModelInput & { key: string; xml?: string | undefined },
): Promise<Model> {
  const personId = actingPerson(ctx);
  await requireCatalogue(ctx, input);
  if (xml !== undefined) await requireReadable(ctx, xml);
  const { language } = await readOrganisation(ctx);
  const { name } = input;
  const id = newId();
  const now = ctx.clock.now();
  const { numInsertedOrUpdatedRows: written } = await on<ProcessTables>(ctx)
    .insertInto('process_models')
    .values({
      organisation_id: ctx.organisationId,
      id,
      key,
      ...cleanCatalogue(input),
      created_at: now,
      created_by: personId,
      changed_at: now,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'key']).doNothing())
    .executeTakeFirstOrThrow();
  if (written === 0n) throw processErrors.keyTaken({ key });
  await on<ProcessTables>(ctx)
    .insertInto('process_drafts')
    .values({
      organisation_id: ctx.organisationId,
      model_id: id,
      xml: xml ?? emptyDiagram(name[language] ?? name.ar ?? name.fa ?? name.en ?? key),
      revision: 1,
      saved_at: now,
      saved_by: personId,
    })
    .execute();
  append(ctx, { type: 'process.model-created', subjectType: 'process-model', subjectId: id, data: { key } });
  return getModel(ctx, id);
}

// The draft of a model: reading it, and writing it from the revision that a change was made from.
import type { Selectable } from 'kysely';
import type { Draft } from '#contract/processes.ts';
import { append, on, type Context } from '#platform/context.ts';
import { processErrors } from '../errors.ts';
import { requireLiving, requireModel } from './models.ts';
import { actingPerson, peopleNamed } from '../tasks/people.ts';
import { requireNotProposed } from './proposals.ts';
import type { ProcessTables } from '../tables.ts';

export type DraftRow = Selectable<ProcessTables['process_drafts']>;

export const draftRow = (ctx: Context, modelId: string): Promise<DraftRow> =>
  on<ProcessTables>(ctx)
    .selectFrom('process_drafts')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .where('model_id', '=', modelId)
    .executeTakeFirstOrThrow();

/** Throws `process.not-found`. */
export async function getDraft(ctx: Context, id: string): Promise<Draft> {
  await requireModel(ctx, id);
  const row = await draftRow(ctx, id);
  const people = await peopleNamed(ctx, [row.saved_by]);
  return {
    xml: row.xml,
    revision: row.revision,
    savedAt: row.saved_at,
    savedBy: people(row.saved_by),
    basedOn: row.based_on,
  };
}

/** Locks the model. Throws `process.not-found`, `process.retired`, `process.changed-meanwhile`. */
export async function requireDraft(ctx: Context, id: string, revision: number) {
  const model = await requireLiving(ctx, id);
  const draft = await draftRow(ctx, id);
  if (draft.revision !== revision) throw processErrors.changedMeanwhile({ id, revision: draft.revision });
  return { model, draft };
}

/** Throws what `requireDraft` throws, and `process.proposed`. Answers with the new revision. */
export async function writeDraft(
  ctx: Context,
  change: { id: string; revision: number; xml: string; basedOn?: number; how: 'saved' | 'imported' | 'reset' },
): Promise<number> {
  const personId = actingPerson(ctx);
  const { id, revision, xml, basedOn, how } = change;
  await requireDraft(ctx, id, revision);
  await requireNotProposed(ctx, id);
  const now = ctx.clock.now();
  const next = revision + 1;
  await on<ProcessTables>(ctx)
    .updateTable('process_drafts')
    .set({
      xml,
      revision: next,
      saved_at: now,
      saved_by: personId,
      ...(basedOn === undefined ? {} : { based_on: basedOn }),
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('model_id', '=', id)
    .execute();
  await on<ProcessTables>(ctx)
    .updateTable('process_models')
    .set({ changed_at: now })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
  append(ctx, {
    type: 'process.draft-changed',
    subjectType: 'process-model',
    subjectId: id,
    data: { revision: next, how },
  });
  return next;
}

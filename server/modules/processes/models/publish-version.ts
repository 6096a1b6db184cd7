// Publishes the draft as the next version: checked, hashed, never changed again; new instances start with it.
import type { VersionBrief } from '#contract/processes.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { append, on, type Context } from '#platform/context.ts';
import { sha256 } from '#platform/crypto/secrets.ts';
import { newId } from '#platform/ids.ts';
import { requireExecutable } from './check-diagram.ts';
import { requireDraft, type DraftRow } from './drafts.ts';
import { processErrors } from '../errors.ts';
import { requireOwner, type ModelRow } from './models.ts';
import { actingPerson } from '../tasks/people.ts';
import { requireNotProposed } from './proposals.ts';
import { writeStarts } from '../instances/starts.ts';
import type { ProcessTables } from '../tables.ts';
import { requireVersion, versionBrief } from './versions.ts';

/**
 * The owner's own work. Throws `process.not-owner`, `process.changed-meanwhile`, `process.proposed`, `process.unchanged`,
 * `process.has-faults` with the errors at their elements.
 */
export async function publishVersion(
  ctx: Context,
  { id, revision, note }: { id: string; revision: number; note: string | null },
): Promise<VersionBrief> {
  const { model, draft } = await requireDraft(ctx, id, revision);
  requireOwner(ctx, model);
  await requireNotProposed(ctx, id);
  const number = await writeVersion(ctx, model, draft, {
    note: note === null ? null : cleanText(note) || null,
    proposedBy: null,
  });
  return versionBrief(ctx, id, number);
}

/** Throws `process.unchanged`: the diagram is that of the newest version. */
export async function requireChange(ctx: Context, model: ModelRow, xml: string): Promise<void> {
  if (model.version === null) return;
  const { sha256: newest } = await requireVersion(ctx, model.id, model.version);
  if (newest === sha256(xml)) throw processErrors.unchanged({ version: model.version });
}

/** The model is locked. Answers with the number of the version. */
export async function writeVersion(
  ctx: Context,
  model: ModelRow,
  draft: DraftRow,
  by: { note: string | null; proposedBy: string | null },
): Promise<number> {
  const personId = actingPerson(ctx);
  await requireChange(ctx, model, draft.xml);
  const { definitions, faults } = await requireExecutable(ctx, draft.xml);
  const number = (model.version ?? 0) + 1;
  const now = ctx.clock.now();
  await on<ProcessTables>(ctx)
    .insertInto('process_versions')
    .values({
      organisation_id: ctx.organisationId,
      id: newId(),
      model_id: model.id,
      number,
      xml: draft.xml,
      sha256: sha256(draft.xml),
      processes: JSON.stringify(definitions.map(({ processId, name }) => ({ id: processId, name }))),
      faults: JSON.stringify(faults),
      note: by.note,
      published_at: now,
      published_by: personId,
      proposed_by: by.proposedBy,
    })
    .execute();
  await on<ProcessTables>(ctx)
    .updateTable('process_models')
    .set({ version: number, changed_at: now })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', model.id)
    .execute();
  await on<ProcessTables>(ctx)
    .updateTable('process_drafts')
    .set({ based_on: number })
    .where('organisation_id', '=', ctx.organisationId)
    .where('model_id', '=', model.id)
    .execute();
  await writeStarts(ctx, model.id, definitions);
  append(ctx, {
    type: 'process.published',
    subjectType: 'process-model',
    subjectId: model.id,
    data: { version: number },
  });
  return number;
}

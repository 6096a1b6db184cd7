// Sets an import going: on trial, for good, or again after it was stopped.
import type { Import, ImportState } from '#contract/imports.ts';
import { append, enqueue, on, type Context } from '#platform/context.ts';
import { checkMapping } from './change-mapping.ts';
import { importErrors } from './errors.ts';
import { readImport, requireImport, type ImportRecord } from './import-record.ts';
import { findImporter } from './importers.ts';
import { rememberMappings } from './map-columns.ts';
import { runImportJob } from './run-import.ts';
import type { ImportTables } from './tables.ts';

const noCounts = { last_row: 0, done: 0, created: 0, changed: 0, unchanged: 0, refused: 0, warned: 0 };

/** Everything is read, checked and looked up; nothing is written but counts and the first faults. */
export async function checkImport(ctx: Context, { id }: { id: string }): Promise<Import> {
  const record = await inState(ctx, id, ['described', 'checked']);
  await on<ImportTables>(ctx)
    .deleteFrom('import_faults')
    .where('organisation_id', '=', ctx.organisationId)
    .where('import_id', '=', id)
    .where('trial', '=', true)
    .execute();
  await goOn(ctx, record, { ...noCounts, state: 'checking', check_result: null, row_count: null, failure: null });
  return readImport(ctx, id);
}

/** Only after a trial run: whoever starts has seen what will happen. */
export async function startImport(ctx: Context, { id }: { id: string }): Promise<Import> {
  const record = await inState(ctx, id, ['checked']);
  await rememberMappings(ctx, record.kind, record.columns);
  await goOn(ctx, record, { ...noCounts, state: 'running', started_at: ctx.clock.now() });
  append(ctx, { type: 'import.started', subjectType: 'import', subjectId: id, data: { kind: record.kind } });
  return readImport(ctx, id);
}

/** Goes on behind the last row whose batch was written. */
export async function resumeImport(ctx: Context, { id }: { id: string }): Promise<Import> {
  const record = await inState(ctx, id, ['cancelled', 'failed']);
  if (record.started_at === null) throw importErrors.wrongState({ state: record.state });
  await goOn(ctx, record, { state: 'running', failure: null, finished_at: null });
  append(ctx, { type: 'import.resumed', subjectType: 'import', subjectId: id, data: { row: record.last_row } });
  return readImport(ctx, id);
}

async function inState(ctx: Context, id: string, states: readonly ImportState[]): Promise<ImportRecord> {
  const record = await requireImport(ctx, id);
  if (!states.includes(record.state)) throw importErrors.wrongState({ state: record.state });
  if (record.file_id === null) throw importErrors.fileGone();
  const importer = findImporter(ctx.platform, record.kind);
  // The fields of whoever starts: what they may not write is not written for them by the job.
  checkMapping(
    importer,
    await importer.fields(ctx),
    record.columns.map((column) => column.field),
    record.match_by,
  );
  return record;
}

async function goOn(
  ctx: Context,
  record: ImportRecord,
  change: { state: ImportState } & Record<string, unknown>,
): Promise<void> {
  const run = record.run + 1;
  const updated = await on<ImportTables>(ctx)
    .updateTable('imports')
    .set({ ...change, run })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', record.id)
    // Two people who press at the same moment start it once.
    .where('run', '=', record.run)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) throw importErrors.wrongState({ state: record.state });
  enqueue(ctx, runImportJob, { organisationId: ctx.organisationId, importId: record.id, run });
}

// Stops an import: the batch that is being written is taken back, those before it stay.
import type { Import } from '#contract/imports.ts';
import { append, on, type Context } from '#platform/context.ts';
import { importErrors } from './errors.ts';
import { readImport, requireImport } from './import-record.ts';
import type { ImportTables } from './tables.ts';

/** A trial run that is stopped leaves nothing behind. */
export async function cancelImport(ctx: Context, { id }: { id: string }): Promise<Import> {
  const record = await requireImport(ctx, id);
  if (record.state !== 'running' && record.state !== 'checking') throw importErrors.wrongState({ state: record.state });
  const trial = record.state === 'checking';
  const updated = await on<ImportTables>(ctx)
    .updateTable('imports')
    .set({
      state: trial ? 'described' : 'cancelled',
      // The job looks for this number at the end of each batch.
      run: record.run + 1,
      ...(trial ? { last_row: 0, done: 0, created: 0, changed: 0, unchanged: 0, refused: 0, warned: 0 } : {}),
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .where('run', '=', record.run)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) throw importErrors.wrongState({ state: record.state });
  append(ctx, { type: 'import.cancelled', subjectType: 'import', subjectId: id, data: { trial } });
  return readImport(ctx, id);
}

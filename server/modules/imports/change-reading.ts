// Takes a new reading of the file: another encoding, delimiter, sheet or header row; the columns are guessed anew.
import type { Import } from '#contract/imports.ts';
import { on, type Context } from '#platform/context.ts';
import type { Description } from './describe-file.ts';
import { importErrors } from './errors.ts';
import { readImport, requireImport, type ImportRecord } from './import-record.ts';
import { findImporter } from './importers.ts';
import { mapColumns } from './map-columns.ts';
import type { ImportTables } from './tables.ts';

/** Before the file is opened: it may still be read otherwise. */
export async function requireEditable(ctx: Context, id: string): Promise<ImportRecord & { file_id: string }> {
  const record = await requireImport(ctx, id);
  if (record.state !== 'described' && record.state !== 'checked')
    throw importErrors.wrongState({ state: record.state });
  if (record.file_id === null) throw importErrors.fileGone();
  return { ...record, file_id: record.file_id };
}

export async function changeReading(ctx: Context, id: string, description: Description): Promise<Import> {
  const record = await requireEditable(ctx, id);
  const { columns, matchBy } = await mapColumns(ctx, findImporter(ctx.platform, record.kind), description.columns);
  await on<ImportTables>(ctx)
    .updateTable('imports')
    .set({
      state: 'described',
      reading: JSON.stringify(description.reading),
      columns: JSON.stringify(columns),
      preview: JSON.stringify(description.preview),
      match_by: matchBy,
      check_result: null,
      row_count: null,
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
  return readImport(ctx, id);
}

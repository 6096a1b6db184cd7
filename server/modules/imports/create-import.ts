// Makes an import of a file that has arrived and was looked at.
import type { Import } from '#contract/imports.ts';
import { append, on, type Context } from '#platform/context.ts';
import { attachFiles, keepFile, type ReceivedFile } from '#platform/files/files.ts';
import { newId } from '#platform/ids.ts';
import type { Description } from './describe-file.ts';
import { authorizedImporter } from './importers.ts';
import { readImport } from './import-record.ts';
import { mapColumns } from './map-columns.ts';
import type { ImportTables } from './tables.ts';

export async function createImport(
  ctx: Context,
  input: { kind: string; format: 'csv' | 'xlsx'; file: ReceivedFile; description: Description },
): Promise<Import> {
  const importer = authorizedImporter(ctx, input.kind);
  const { columns, matchBy } = await mapColumns(ctx, importer, input.description.columns);
  const file = await keepFile(ctx, input.file);
  await attachFiles(ctx, [file.id]);
  const id = newId();
  await on<ImportTables>(ctx)
    .insertInto('imports')
    .values({
      organisation_id: ctx.organisationId,
      id,
      kind: importer.name,
      file_id: file.id,
      file_name: file.name,
      file_size: file.size,
      format: input.format,
      state: 'described',
      reading: JSON.stringify(input.description.reading),
      columns: JSON.stringify(columns),
      preview: JSON.stringify(input.description.preview),
      match_by: matchBy,
      created_at: ctx.clock.now(),
      created_by: ctx.actor.kind === 'staff' ? ctx.actor.personId : null,
    })
    .execute();
  append(ctx, { type: 'import.created', subjectType: 'import', subjectId: id, data: { kind: importer.name } });
  return readImport(ctx, id);
}

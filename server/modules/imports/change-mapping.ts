// Says which fields the columns fill, by which field a row finds its record, and what an empty cell means.
import type { DateReading, Import } from '#contract/imports.ts';
import { guessDates } from '#kernel/calendar/date-reading.ts';
import { dateSettings } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import type { ImportField, Importer } from '#platform/importer.ts';
import { importErrors } from './errors.ts';
import { requireEditable } from './change-reading.ts';
import { readImport, type Column } from './import-record.ts';
import { findImporter } from './importers.ts';
import type { ImportTables } from './tables.ts';

export type MappingInput = {
  id: string;
  columns: readonly { index: number; field: string | null; dates?: DateReading | null | undefined }[];
  matchBy: string | null;
  emptyCells: 'keep' | 'clear';
};

/** A column that is not named is left out. A trial run of another mapping says nothing about this one and is forgotten. */
export async function changeMapping(ctx: Context, input: MappingInput): Promise<Import> {
  const record = await requireEditable(ctx, input.id);
  const importer = findImporter(ctx.platform, record.kind);
  const [fields, settings] = [await importer.fields(ctx), await dateSettings(ctx)];
  const wanted = new Map(input.columns.map((column) => [column.index, column]));
  const columns = record.columns.map((column): Column => {
    const field = fields.find((one) => one.key === wanted.get(column.index)?.field);
    const said = wanted.get(column.index);
    const dates = field?.type === 'date' ? (said?.dates ?? guessDates(column.samples, settings)) : null;
    const same = column.field === (field?.key ?? null) && column.dates === dates;
    return { ...column, field: field?.key ?? null, dates, guessed: same && column.guessed };
  });
  checkMapping(
    importer,
    fields,
    input.columns.map((column) => column.field),
    input.matchBy,
  );
  await on<ImportTables>(ctx)
    .updateTable('imports')
    .set({
      state: 'described',
      columns: JSON.stringify(columns),
      match_by: input.matchBy,
      empty_cells: input.emptyCells,
      check_result: null,
      row_count: null,
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', input.id)
    .execute();
  return readImport(ctx, input.id);
}

/** Whether what is mapped can run at all. */
export function checkMapping(
  importer: Importer,
  fields: readonly ImportField[],
  mapped: readonly (string | null)[],
  matchBy: string | null,
): void {
  const keys = mapped.filter((key) => key !== null);
  if (keys.length === 0) throw importErrors.nothingMapped();
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  if (twice !== undefined) throw importErrors.fieldTwice({ field: twice });
  const unknown = keys.find((key) => !fields.some((field) => field.key === key));
  if (unknown !== undefined) throw importErrors.fieldUnknown({ field: unknown });
  if (matchBy !== null && !importer.matchKeys.includes(matchBy)) throw importErrors.fieldUnknown({ field: matchBy });
  if (matchBy !== null && !keys.includes(matchBy)) throw importErrors.matchFieldMissing({ field: matchBy });
  // Without a way to find the records that are there, every row is a new one and needs what a new one needs.
  const missing = fields.find((field) => field.required && !keys.includes(field.key));
  if (matchBy === null && missing) throw importErrors.requiredMissing({ field: missing.key });
}

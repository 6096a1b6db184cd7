// Reads rows that were refused or cut short in the order of the file, with what stood in the columns that are imported.
import type { FaultyRow } from '#contract/imports.ts';
import { on, type Context } from '#platform/context.ts';
import type { Column } from './import-record.ts';
import type { ImportTables } from './tables.ts';

type StoredFault = FaultyRow & { cells: string[] };

/** The API gives values by field, not the cells of columns that were left out. */
export function shownFault({ row, refused, values, faults }: FaultyRow): FaultyRow {
  return { row, refused, values, faults };
}

/** `after` is a row number. */
export async function faultyRows(
  ctx: Context,
  { id, columns }: { id: string; columns: readonly Column[] },
  { trial, after, limit, refused }: { trial: boolean; after: number; limit: number; refused?: boolean },
): Promise<StoredFault[]> {
  const rows = await on<ImportTables>(ctx)
    .selectFrom('import_faults')
    .select(['row_number', 'refused', 'cells', 'faults'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('import_id', '=', id)
    .where('trial', '=', trial)
    .where('row_number', '>', after)
    .$if(refused !== undefined, (select) => select.where('refused', '=', refused ?? false))
    .orderBy('row_number')
    .limit(limit)
    .execute();
  return rows.map((row) => {
    const cells = row.cells as string[];
    return {
      row: row.row_number,
      refused: row.refused,
      cells,
      values: Object.fromEntries(
        columns.flatMap(({ field, index }) => (field === null ? [] : [[field, cells[index] ?? '']])),
      ),
      faults: row.faults as FaultyRow['faults'],
    };
  });
}

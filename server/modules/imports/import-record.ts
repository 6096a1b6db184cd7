// One import as the database keeps it, and as the API shows it.
import type { Selectable } from 'kysely';
import type { Import, ImportBrief, ImportColumn, ImportCounts } from '#contract/imports.ts';
import type { z } from 'zod';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import type { Reading } from './describe-file.ts';
import { importErrors } from './errors.ts';
import { authorizedImporter } from './importers.ts';
import { keptDays } from './limits.ts';
import { faultyRows, shownFault } from './faulty-rows.ts';
import type { ImportTables } from './tables.ts';

export type Column = z.infer<typeof ImportColumn>;
export type ImportRecord = Omit<Selectable<ImportTables['imports']>, 'reading' | 'columns'> & {
  reading: Reading;
  columns: Column[];
};

const dayMs = 86_400_000;
const refusedShown = 30;
const warnedShown = 10;
const samplesShown = 5;

/** With the right to see it. Throws `import.not-found`, `access.forbidden`. */
export async function requireImport(ctx: Context, id: string): Promise<ImportRecord> {
  const row = await on<ImportTables>(ctx)
    .selectFrom('imports')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw importErrors.notFound({ id });
  authorizedImporter(ctx, row.kind);
  return row as unknown as ImportRecord;
}

export async function readImport(ctx: Context, id: string): Promise<Import> {
  const row = await requireImport(ctx, id);
  const trial = row.started_at === null;
  return {
    ...briefOf(row, await nameOf(ctx, row.created_by)),
    format: row.format,
    reading: row.reading,
    columns: row.columns.map((column) => ({ ...column, samples: column.samples.slice(0, samplesShown) })),
    preview: row.preview as Import['preview'],
    matchBy: row.match_by,
    emptyCells: row.empty_cells,
    check: row.check_result as ImportCounts | null,
    firstFaults: [
      ...(await faultyRows(ctx, row, { trial, after: 0, limit: refusedShown, refused: true })),
      ...(await faultyRows(ctx, row, { trial, after: 0, limit: warnedShown, refused: false })),
    ].map(shownFault),
    failure: row.failure as Import['failure'],
    keptUntil: row.file_id === null ? null : new Date(row.created_at.getTime() + keptDays * dayMs),
  };
}

type BriefRow = Omit<ImportRecord, 'reading' | 'columns' | 'preview'>;

export function briefOf(row: BriefRow, createdBy: string | null): ImportBrief {
  const { done, created, changed, unchanged, refused, warned } = row;
  return {
    id: row.id,
    kind: row.kind,
    fileName: row.file_name,
    fileSize: row.file_size,
    state: row.state,
    createdAt: row.created_at,
    createdBy: { kind: 'staff', id: row.created_by, name: createdBy },
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    rowCount: row.row_count,
    counts: { done, created, changed, unchanged, refused, warned },
  };
}

async function nameOf(ctx: Context, personId: string | null): Promise<string | null> {
  if (personId === null) return null;
  const row = await on<OrganisationViews>(ctx)
    .selectFrom('person_briefs')
    .select('name')
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', personId)
    .executeTakeFirst();
  return row?.name ?? null;
}

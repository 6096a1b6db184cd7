// One batch of an import, in one transaction: its records, its refused rows, its counts and the checkpoint, or nothing of them.
import { sql } from 'kysely';
import { append, on, type Context } from '#platform/context.ts';
import { insertRecords } from '#platform/db/insert-rows.ts';
import { transact } from '#platform/db/transact.ts';
import type { ImportField, Importer, ImportRowResult, WriteRows } from '#platform/importer.ts';
import type { Platform } from '#platform/platform.ts';
import type { PlatformTables } from '#platform/tables.ts';
import type { ImportRecord } from './import-record.ts';
import { findImporter } from './importers.ts';
import * as limits from './limits.ts';
import type { CheckedRow } from './read-batch.ts';
import type { ImportTables } from './tables.ts';

/** The import was stopped, or goes on elsewhere: the batch is taken back. */
export class Overtaken extends Error {}

export type Run = {
  record: ImportRecord;
  fields: ImportField[];
  storageKey: string;
  trial: boolean;
  /** Of the last batch that was committed. */
  lastRow: number;
  /** Faulty rows whose cells were kept. */
  kept: number;
  /** When open screens were last told. */
  toldAt: number;
};

const tellEveryMs = 1_000;
const tries = 5;

/** Null when this run is no longer the current one. */
export async function loadRun(ctx: Context, importId: string, run: number): Promise<Run | null> {
  const row = await on<ImportTables & PlatformTables>(ctx)
    .selectFrom('imports as i')
    .innerJoin('files as f', (join) =>
      join.onRef('f.organisation_id', '=', 'i.organisation_id').onRef('f.id', '=', 'i.file_id'),
    )
    .selectAll('i')
    .select('f.storage_key')
    .where('i.organisation_id', '=', ctx.organisationId)
    .where('i.id', '=', importId)
    .where('i.run', '=', run)
    .where('i.state', 'in', ['checking', 'running'])
    .executeTakeFirst();
  if (!row) return null;
  const record = row as unknown as ImportRecord;
  const trial = record.state === 'checking';
  const { last_row: lastRow, refused, warned } = record;
  return {
    record,
    fields: await findImporter(ctx.platform, record.kind).fields(ctx),
    storageKey: row.storage_key,
    trial,
    lastRow,
    kept: trial ? refused + warned : 0,
    toldAt: 0,
  };
}

/**
 * Reads the rows, while the batch before may still be being written, and answers with what writes them: that throws Overtaken.
 * Another transaction may write the same address at the same moment: then the batch is written anew.
 */
export async function prepareBatch(
  platform: Platform,
  importer: Importer,
  run: Run,
  rows: readonly CheckedRow[],
): Promise<() => Promise<void>> {
  const { record, trial } = run;
  const scope = { organisationId: record.organisation_id, actor: { kind: 'system', name: 'import' } as const };
  const good = rows.flatMap((one) => (one.row ? [one.row] : []));
  const options = {
    importId: record.id,
    source: record.file_name,
    sourceAt: record.created_at,
    matchBy: record.match_by,
    dryRun: trial,
  };
  const write = await transact(platform, scope, (ctx) => importer.prepareRows(ctx, good, options));
  return async () => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await transact(platform, scope, (ctx) => writeOnce(ctx, importer, write, run, rows));
      } catch (error) {
        const collided = ['23505', '40001', '40P01'].includes((error as { code?: string }).code ?? '');
        if (!collided || attempt === tries) throw error;
      }
    }
  };
}

async function writeOnce(
  ctx: Context,
  importer: Importer,
  write: WriteRows,
  run: Run,
  rows: readonly CheckedRow[],
): Promise<void> {
  const { record, trial } = run;
  const results = await write(ctx);
  const counts = { created: 0, changed: 0, unchanged: 0, refused: 0, warned: 0 };
  const faulty: { row_number: number; refused: boolean; cells: string[]; faults: unknown }[] = [];
  let at = 0;
  for (const one of rows) {
    const result: ImportRowResult | undefined = one.faults ? { result: 'refused', faults: one.faults } : results[at++];
    if (!result) throw new Error(`the importer of ${importer.name} answered fewer rows than it was given`);
    counts[result.result] += 1;
    const refused = result.result === 'refused';
    const faults = result.result === 'refused' ? result.faults : (result.warnings ?? []);
    if (!refused && faults.length > 0) counts.warned += 1;
    if (faults.length > 0) faulty.push({ row_number: one.number, refused, cells: one.cells, faults });
  }
  const room = trial ? Math.max(0, limits.trialFaults - run.kept) : faulty.length;
  await insertRecords(
    ctx,
    'import_faults',
    faulty.slice(0, room).map((row) => ({
      organisation_id: ctx.organisationId,
      import_id: record.id,
      trial,
      ...row,
    })),
  );
  const lastRow = rows.at(-1)!.number;
  const moved = await on<ImportTables>(ctx)
    .updateTable('imports')
    .set({
      last_row: lastRow,
      done: sql`done + ${rows.length}`,
      created: sql`created + ${counts.created}`,
      changed: sql`changed + ${counts.changed}`,
      unchanged: sql`unchanged + ${counts.unchanged}`,
      refused: sql`refused + ${counts.refused}`,
      warned: sql`warned + ${counts.warned}`,
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', record.id)
    .where('run', '=', record.run)
    .where('last_row', '=', run.lastRow)
    .executeTakeFirst();
  if (moved.numUpdatedRows === 0n) throw new Overtaken();
  const now = ctx.clock.now().getTime();
  const tell = now - run.toldAt >= tellEveryMs;
  if (tell) append(ctx, { type: 'import.progressed', subjectType: 'import', subjectId: record.id });
  // The commit follows; when it fails the job ends, and with it what is noted here.
  if (tell) run.toldAt = now;
  run.lastRow = lastRow;
  run.kept += Math.min(faulty.length, room);
}

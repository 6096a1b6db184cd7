// The job of an import: reads, checks and writes batch by batch; the checkpoint moves in the transaction of each batch.
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { renewStatistics } from '#platform/db/renew-statistics.ts';
import { transact } from '#platform/db/transact.ts';
import { AppError } from '#platform/errors.ts';
import { defineJob } from '#platform/jobs/job.ts';
import type { Platform } from '#platform/platform.ts';
import { requestOf } from './describe-file.ts';
import { endImport, failImport } from './end-import.ts';
import { importErrors } from './errors.ts';
import { findImporter } from './importers.ts';
import * as limits from './limits.ts';
import { batchReader } from './read-batch.ts';
import { readRows } from './row-reader.ts';
import { loadRun, Overtaken, prepareBatch, type Run } from './write-batch.ts';

const Data = z.object({ organisationId: z.uuid(), importId: z.uuid(), run: z.int() });
type Data = z.infer<typeof Data>;

/**
 * A job is taken for dead after five minutes, so a longer import goes on in another one. Each must read the rows that were
 * written before, to know their identifiers: about five seconds for half a million.
 */
const sliceMs = 150_000;
/** How often PostgreSQL is told how large the tables have become. */
const renewEveryMs = 2_000;

export const runImportJob = defineJob<Data>({ name: 'import.run', data: Data, handle: runImport, concurrency: 2 });

async function runImport(platform: Platform, { organisationId, importId, run }: Data): Promise<void> {
  const scope = { organisationId, actor: { kind: 'system', name: 'import' } as const };
  const loaded = await transact(platform, { ...scope, readOnly: true }, (ctx) => loadRun(ctx, importId, run));
  if (!loaded) return;
  try {
    const ended = await readAndWrite(platform, loaded, performance.now() + sliceMs);
    await transact(platform, scope, (ctx) => endImport(ctx, loaded, ended, runImportJob));
  } catch (error) {
    // Somebody stopped it, or another process goes on with it: nothing of ours is left to be done.
    if (error instanceof Overtaken) return;
    // The file is what is wrong: trying again would not help, and a person is told.
    if (!(error instanceof AppError)) throw error;
    await transact(platform, scope, (ctx) => failImport(ctx, loaded, error)).catch((late: unknown) => {
      if (!(late instanceof Overtaken)) throw late;
    });
  }
}

async function readAndWrite(platform: Platform, run: Run, until: number): Promise<'all' | 'slice'> {
  const { record } = run;
  const importer = findImporter(platform, record.kind);
  const read = batchReader(record.columns, run.fields, {
    emptyCells: record.empty_cells,
    matchBy: record.match_by,
  });
  const file = await platform.files.local(run.storageKey);
  let rows = 0;
  let written = 0;
  /** The batch on its way into the database, while the next one is read and checked. */
  let writing = Promise.resolve();
  let renewedAt = 0;
  const goOn = async (write: () => Promise<void>): Promise<void> => {
    await write();
    if (run.trial || performance.now() - renewedAt < renewEveryMs) return;
    renewedAt = performance.now();
    await renewStatistics(platform.connection);
  };
  try {
    for await (const batch of readRows(requestOf(file.path, record.reading, limits.batch))) {
      const checked = batch.numbers.flatMap((number, at) =>
        number > record.reading.headerRow ? [read(number, batch.cells[at] ?? [])] : [],
      );
      rows += checked.length;
      if (rows > limits.rows) throw importErrors.tooManyRows({ limit: limits.rows });
      // What was written before was read only for its identifiers.
      const fresh = checked.filter((row) => row.number > run.lastRow);
      if (fresh.length === 0) continue;
      const write = await prepareBatch(platform, importer, run, fresh);
      await writing;
      if (written > 0 && performance.now() > until) return 'slice';
      written += 1;
      writing = goOn(write);
      // Heard where it is waited for.
      writing.catch(() => {});
    }
    await writing;
    return 'all';
  } finally {
    await writing.catch(() => {});
    await file.release();
  }
}

// Reads the rows of a file in a thread of its own, one batch ahead of whoever uses them.
import { Worker } from 'node:worker_threads';
import type { ImportDelimiter, ImportEncoding } from '#contract/imports.ts';
import { AppError } from '#platform/errors.ts';
import { importErrors } from './errors.ts';

export type ReadRequest = { path: string; batch: number } & (
  | { format: 'csv'; encoding: ImportEncoding; delimiter: ImportDelimiter }
  | { format: 'xlsx'; sheet: string | null }
);

export type RowBatch = { numbers: number[]; cells: string[][] };
export type FromReader =
  | (RowBatch & { end: boolean })
  | { fault: { code: string; status: number; params: Record<string, unknown> }; detail?: string };

/** Megabytes of the thread's own heap; bytes of shared texts lie outside of it and have their own limit. */
const heap = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 };

/** Throws the refusals of `readCsv` and `readXlsx`, and `import.too-heavy` when the thread used up its memory. */
export async function* readRows(request: ReadRequest): AsyncGenerator<RowBatch, void, undefined> {
  const worker = new Worker(new URL('./read-rows.worker.ts', import.meta.url), {
    workerData: request,
    resourceLimits: heap,
    // What the process was started with is not meant for this thread.
    execArgv: [],
  });
  let answer = Promise.withResolvers<FromReader>();
  answer.promise.catch(() => {});
  worker.on('message', (message: FromReader) => answer.resolve(message));
  // Also when nobody waits: an error that nobody hears would end the process.
  worker.on('error', (error: NodeJS.ErrnoException) =>
    answer.reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? importErrors.tooHeavy() : error),
  );
  worker.on('exit', () => answer.reject(new Error('the thread that reads a file ended')));
  const ask = (): Promise<FromReader> => {
    answer = Promise.withResolvers<FromReader>();
    answer.promise.catch(() => {});
    worker.postMessage('next');
    return answer.promise;
  };
  try {
    let next = ask();
    for (;;) {
      const batch = await next;
      if ('fault' in batch) throw new AppError(batch.fault.code, batch.fault.status, batch.fault.params);
      if (!batch.end) next = ask();
      if (batch.numbers.length > 0) yield batch;
      if (batch.end) return;
    }
  } finally {
    await worker.terminate();
  }
}

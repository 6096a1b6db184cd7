// The thread that reads files: whatever a file was made to do, it happens here, under limits of memory, beside everybody's requests.
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#platform/errors.ts';
import * as limits from './limits.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import type { FromReader, ReadRequest } from './row-reader.ts';

const request = workerData as ReadRequest;
const port = parentPort!;
const rows = request.format === 'csv' ? readCsv(request.path, request) : readXlsx(request.path, request);

/** Rows that hold nothing are passed over; numbers and cells travel apart, since plain arrays are copied fastest. */
async function nextBatch(): Promise<FromReader> {
  const numbers: number[] = [];
  const cells: string[][] = [];
  while (numbers.length < request.batch) {
    const next = await rows.next();
    if (next.done) return { numbers, cells, end: true };
    if (next.value.cells.every((cell) => cell === '' || cell.trim() === '')) continue;
    numbers.push(next.value.number);
    cells.push(next.value.cells.slice(0, limits.columns));
  }
  return { numbers, cells, end: false };
}

port.on('message', () => {
  nextBatch().then(
    (batch) => port.postMessage(batch),
    (error: unknown) =>
      port.postMessage(
        error instanceof AppError
          ? { fault: { code: error.code, status: error.status, params: error.params } }
          : { fault: { code: 'import.unreadable', status: 422, params: {} }, detail: String(error) },
      ),
  );
});

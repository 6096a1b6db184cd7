// Keeps a log file that another process appends to from growing without end.
import { copyFileSync, statSync, truncateSync } from 'node:fs';

const LIMIT_BYTES = 20 * 1024 * 1024;
const EVERY_MS = 10 * 60 * 1000;

/**
 * Copies a log past 20 MB to `<file>.1` and empties it, now and every ten minutes. The writer keeps its handle:
 * it was opened to append, so it goes on at the new end. Returns the function that ends the watch.
 */
export function limitLogFile(file: string): () => void {
  const limit = () => {
    try {
      if (statSync(file).size < LIMIT_BYTES) return;
      copyFileSync(file, `${file}.1`);
      truncateSync(file);
    } catch {
      // No file yet, or a full disk: the log is not worth a failure.
    }
  };
  limit();
  const timer = setInterval(limit, EVERY_MS).unref();
  return () => clearInterval(timer);
}

// Statements of the same moment leave in one write: each write wakes the database, which costs more than most statements.
import { nextTick } from 'node:process';
import type pg from 'pg';

/** Call what it gives before each statement. */
export function gatherWrites(client: pg.Client): () => void {
  const { stream } = client.connection;
  let corked = false;
  return () => {
    if (corked) return;
    corked = true;
    stream.cork();
    // After what the promises of this moment still send.
    nextTick(() => {
      corked = false;
      stream.uncork();
    });
  };
}

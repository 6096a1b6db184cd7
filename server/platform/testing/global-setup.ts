// Gives a test run its one database server: yours by RIDA_TEST_DATABASE_URL, otherwise a bundled one in a folder of its own.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startBundled } from '#platform/db/bundled.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a superuser who may create databases; workers make their own beside the one it names. */
    databaseUrl: string;
  }
}

/** Called by vitest once before the first test; what it returns is called after the last one. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['RIDA_TEST_DATABASE_URL'];
  if (given) {
    project.provide('databaseUrl', given);
    return () => Promise.resolve();
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'rida-tests-'));
  chmodSync(dataDir, 0o755);
  // The folder is thrown away, so nothing is lost by not waiting for the disk; and a database lives for seconds, which is not worth
  // sweeping: going through all of them took a sixth of the time.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' };
  // eslint-disable-next-line no-console -- the run's own output
  const database = await startBundled({ dataDir, settings, log: (line) => console.error(line) });
  project.provide('databaseUrl', database.url);
  return async () => {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

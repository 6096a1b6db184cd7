// The start: from the command to the first good answer of /health/ready, on an empty folder and again on the same one.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { percentiles, round, type Figure } from './figure.ts';
import { startServer } from './server.ts';

const ways: Record<string, readonly string[]> = {
  'npm start': ['tools/start.mjs'],
  'server/main.ts': ['server/main.ts', 'start'],
};
const runs = 3;
/** The first start of a checkout installs and builds; that is not what is measured. */
const patienceMs = 600_000;

export async function start(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [way, command] of Object.entries(ways)) {
    await startTwice(command);
    const empty: number[] = [];
    const again: number[] = [];
    let rss: number | null = null;
    for (let run = 0; run < runs; run += 1) {
      const started = await startTwice(command);
      empty.push(started.empty);
      again.push(started.again);
      rss = started.rss;
    }
    for (const [folder, times] of Object.entries({ empty, again })) {
      figures.push({
        // npm start is two processes: the memory of the outer one says nothing.
        bench: 'start',
        way,
        folder,
        cases: 0,
        concurrency: 1,
        per_second: null,
        ...percentiles(times),
        server_cpu_ms_per_op: null,
        database_cpu_ms_per_op: null,
        peak_rss_mb: way === 'npm start' ? null : rss,
        limit_per_second: null,
        ratio_to_limit: null,
      });
    }
  }
  return figures;
}

async function startTwice(command: readonly string[]): Promise<{ empty: number; again: number; rss: number | null }> {
  const folder = mkdtempSync(join(tmpdir(), 'rida-bench-start-'));
  chmodSync(folder, 0o711);
  // The bundled database, whatever this shell is set to use.
  const environment = { RIDA_DATA: folder, DATABASE_URL: '' };
  try {
    const first = await startServer(command, environment, patienceMs);
    await first.stop();
    const second = await startServer(command, environment, patienceMs);
    const rss = second.peakRssMb();
    await second.stop();
    return { empty: round(first.readyMs), again: round(second.readyMs), rss };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

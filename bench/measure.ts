// Measures one kind of operation: warms up, loads the server, then finds the limit of the bare database under the same load.
import type { BenchDatabase } from './database.ts';
import { round, type Figure } from './figure.ts';
import { freshener, measureLimit, recordStatements } from './limit.ts';
import { httpCaller, runLoad, type Load, type Operation } from './load.ts';
import type { Server } from './server.ts';

export type Measured = {
  bench: string;
  /** The figure's own keys, such as which view of the inbox. */
  about?: Record<string, string>;
  next(): Operation;
  /** How many operations are noted for the limit; 0 leaves it out. */
  recordings: number;
  /** For operations that write: pairs of what a recording holds and what stands in its place this time. */
  instead?: (recorded: readonly Operation[]) => () => ReadonlyMap<string, string>;
};

const warmUpShare = 0.25;

export async function measure(
  database: BenchDatabase,
  server: Server,
  load: Load,
  measured: Measured,
): Promise<Figure> {
  const caller = httpCaller(server.port, database.key, load.concurrency);
  const operate = async (): Promise<void> => {
    for (const call of measured.next()) await caller.call(call);
  };
  await runLoad({ ...load, seconds: load.seconds * warmUpShare }, operate);
  const before = { server: server.cpuMs(), database: database.cpuMs() };
  const { operations, per_second, ...times } = await runLoad(load, operate);
  const after = { server: server.cpuMs(), database: database.cpuMs() };
  const perOperation = (process: 'server' | 'database'): number | null => {
    const [from, to] = [before[process], after[process]];
    return from === null || to === null ? null : round((to - from) / operations);
  };
  caller.close();
  const limit = measured.recordings > 0 ? await limitOf(database, load, measured) : null;
  return {
    bench: measured.bench,
    ...measured.about,
    cases: database.cases,
    concurrency: load.concurrency,
    per_second,
    ...times,
    server_cpu_ms_per_op: perOperation('server'),
    database_cpu_ms_per_op: perOperation('database'),
    peak_rss_mb: server.peakRssMb(),
    limit_per_second: limit,
    ratio_to_limit: limit === null ? null : round(per_second / limit),
  };
}

async function limitOf(database: BenchDatabase, load: Load, measured: Measured): Promise<number> {
  const operations = Array.from({ length: measured.recordings }, () => measured.next());
  // The first ones also warm what the application remembers between requests, such as prepared statements; they do not count.
  const warmUp = Array.from({ length: 4 }, () => measured.next());
  const recorded = (await recordStatements(database, [...warmUp, ...operations])).slice(warmUp.length);
  const freshen = measured.instead && freshener(recorded, measured.instead(operations));
  return measureLimit(database, load, recorded, freshen);
}

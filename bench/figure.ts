// A figure: one line that says what was measured, under which conditions, and how far it is from the bare database.
import { loadavg } from 'node:os';

/** Later benchmarks keep these keys; what a benchmark cannot say is null. Its own keys (which view, which words) follow `bench`. */
export type Figure = {
  bench: string;
  cases: number;
  concurrency: number;
  per_second: number | null;
  p50_ms: number;
  p95_ms: number;
  p99_ms: number;
  /** Processor time of the server process, user and system, by operations. */
  server_cpu_ms_per_op: number | null;
  /** The same of all processes of the bundled database. */
  database_cpu_ms_per_op?: number | null;
  peak_rss_mb: number | null;
  /** The same SQL statements over as many connections, without the application. */
  limit_per_second: number | null;
  ratio_to_limit: number | null;
} & Record<string, string | number | null>;

export type Print = (figure: Figure) => void;

export function printer(json: boolean): Print {
  return (figure) => {
    const whole = { ...figure, load_average: round(loadavg()[0] ?? 0) };
    console.log(
      json
        ? JSON.stringify(whole)
        : Object.entries(whole)
            .map(([key, value]) => `${key} ${value ?? '-'}`)
            .join('  '),
    );
  };
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Nearest rank; `sorted` ascending. */
export function percentile(sorted: readonly number[], share: number): number {
  return round(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN);
}

export function percentiles(times: readonly number[]): Pick<Figure, 'p50_ms' | 'p95_ms' | 'p99_ms'> {
  const sorted = [...times].sort((a, b) => a - b);
  return { p50_ms: percentile(sorted, 0.5), p95_ms: percentile(sorted, 0.95), p99_ms: percentile(sorted, 0.99) };
}

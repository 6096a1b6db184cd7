// The load: as many callers as asked for, each on a connection that stays open, one operation after the other, for a set time.
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { percentiles, round, type Figure } from './figure.ts';

export type Call = { method: 'GET' | 'POST'; path: string; body?: unknown; headers?: Record<string, string> };
/** What one person waits for: its calls run one after the other. */
export type Operation = readonly Call[];

export type Load = { concurrency: number; seconds: number };
export type LoadResult = Pick<Figure, 'p50_ms' | 'p95_ms' | 'p99_ms'> & { operations: number; per_second: number };

export type Caller = { call(call: Call): Promise<void>; close(): void };

/** Only loopback: the benchmarks are not a tool to load somebody else's server with. */
export function httpCaller(port: number, key: string, connections: number): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    close: () => agent.destroy(),
    call: ({ method, path, body, headers }) =>
      new Promise((done, failed) => {
        const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
        const sent = request(
          {
            agent,
            host: '127.0.0.1',
            port,
            method,
            path,
            headers: {
              authorization: `Bearer ${key}`,
              ...(bytes ? { 'content-type': 'application/json', 'content-length': bytes.length } : {}),
              ...headers,
            },
          },
          (answer) => {
            const chunks: Buffer[] = [];
            answer.on('data', (chunk: Buffer) => chunks.push(chunk));
            answer.on('error', failed);
            answer.on('end', () => {
              if (answer.statusCode && answer.statusCode < 300) done();
              else
                failed(
                  new Error(
                    `${method} ${path} was answered with ${answer.statusCode}: ${Buffer.concat(chunks).toString('utf8').slice(0, 500)}`,
                  ),
                );
            });
          },
        );
        sent.on('error', failed);
        sent.end(bytes);
      }),
  };
}

/** `operate(caller)` is one operation of that caller. One that fails ends the whole run: a fast refusal is not a figure. */
export async function runLoad(
  { concurrency, seconds }: Load,
  operate: (caller: number) => Promise<void>,
): Promise<LoadResult> {
  const times: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1000;
  await Promise.all(
    Array.from({ length: concurrency }, async (_, caller) => {
      for (let now = performance.now(); now < end;) {
        await operate(caller);
        const after = performance.now();
        times.push(after - now);
        now = after;
      }
    }),
  );
  return {
    operations: times.length,
    per_second: round(times.length / ((performance.now() - begun) / 1000)),
    ...percentiles(times),
  };
}

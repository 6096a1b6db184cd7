// The server under load: the real command line as a child process on a free loopback port, its processor time and memory read from /proc.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { processorMs } from './processor-time.ts';

export const root = join(import.meta.dirname, '..');

export type Server = {
  port: number;
  /** From the start of the process to the first good answer of /health/ready. */
  readyMs: number;
  /** User and system time so far; null where there is no /proc. */
  cpuMs(): number | null;
  peakRssMb(): number | null;
  stop(): Promise<void>;
  /** With -9, as when the power goes. */
  kill(): Promise<void>;
};

/** `command` is run by this Node, from the project's folder; it must listen on the port of PORT. */
export async function startServer(
  command: readonly string[],
  environment: Record<string, string>,
  patienceMs = 60_000,
): Promise<Server> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: { ...(await usualEnvironment()), HOST: '127.0.0.1', PORT: String(port), ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-4000);
  });
  try {
    await untilReady(child, port, begun + patienceMs);
  } catch (error) {
    await stop(child);
    throw new Error(`the server did not get ready: ${said}`, { cause: error });
  }
  return {
    port,
    readyMs: performance.now() - begun,
    cpuMs: () => processorMs(child.pid),
    peakRssMb: () => peakRssMb(child),
    stop: () => stop(child),
    async kill() {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** As `npm start` sets it: its limits of memory are part of what is measured. */
async function usualEnvironment(): Promise<Record<string, string | undefined>> {
  const preparation = join(root, 'tools', 'prepare.mjs');
  const { serverEnvironment } = (await import(preparation)) as {
    serverEnvironment(): Record<string, string | undefined>;
  };
  return serverEnvironment();
}

async function untilReady(child: ChildProcess, port: number, deadline: number): Promise<void> {
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`it ended with ${child.exitCode ?? child.signalCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2000) }).catch(
      () => undefined,
    );
    if (answer?.ok) return;
    if (performance.now() > deadline) throw new Error('it took too long');
    await wait(20);
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await ended;
  clearTimeout(late);
}

function peakRssMb(child: ChildProcess): number | null {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
    return kilobytes ? Math.round(Number(kilobytes) / 1024) : null;
  } catch {
    return null;
  }
}

async function freePort(): Promise<number> {
  const listening = createServer().listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  listening.close();
  await once(listening, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

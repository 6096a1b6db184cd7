// Tells a database that is away (stopped, unreachable, silent) from one that answers and refuses.
import type { Socket } from 'node:net';
import type { ClientBase } from 'pg';

/** What the system says when nobody is there, and what PostgreSQL says while it stops or starts. */
const codes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P01',
  '57P02',
  '57P03',
]);
/** `pg` gives these no code. */
const words =
  /^(Connection terminated|timeout e(xpired|xceeded when trying to connect)|Client has encountered a connection error|Query read timeout|the database did not answer)/;

export function isDatabaseAway(error: unknown): boolean {
  const { code, syscall, message, cause } = (error ?? {}) as Record<string, unknown>;
  // A socket in the file system that is not there, or whose server is gone.
  if (code === 'ENOENT') return syscall === 'connect';
  if (typeof code === 'string' && (codes.has(code) || code.startsWith('08'))) return true;
  if (code === undefined && typeof message === 'string' && words.test(message)) return true;
  // better-auth wraps what it met.
  return cause !== undefined && isDatabaseAway(cause);
}

/** Ends a connection at once: whatever waits on it fails now. A polite end would wait for the answer that does not come. */
export function breakOff(client: ClientBase): void {
  (client as unknown as { connection: { stream: Socket } }).connection.stream.destroy();
}

/** The work's result, or a failure after so long. What was begun goes on; nobody waits for it. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    // A process that was held up itself first reads what has arrived meanwhile, and only then calls it late.
    timer = setTimeout(() => setImmediate(() => fail(new Error('the database did not answer in time'))), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => {});
  }
}

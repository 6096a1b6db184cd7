// Runs verbs as if it were another moment: for imports and the sample, whose facts carry the time at which they happened.
import type { Context } from './context.ts';

/** What `work` writes and records carries `at`. */
export async function asOf<T>(ctx: Context, at: Date, work: (ctx: Context) => Promise<T>): Promise<T> {
  const before = ctx.events.length;
  const result = await work({ ...ctx, clock: { now: () => at } });
  for (const event of ctx.events.slice(before)) event.at ??= at;
  return result;
}

// Counts tries against a secret (codes, links, intake) in fixed windows, shared by all processes through the database.
import { openTransaction } from '../db/connect.ts';
import { refusals } from '../errors.ts';
import type { Platform } from '../platform.ts';

const errors = refusals({ tooMany: ['access.too-many-tries', 429] });

/** Counts one try and throws `access.too-many-tries` when the window had `limit` already. Commits by itself, so a rollback cannot erase it; call it before the transaction begins. */
export async function countAttempt(platform: Platform, bucket: string, limit: number, windowMs: number): Promise<void> {
  // Inside one it would wait for a second connection while holding the first.
  if (openTransaction.getStore()) throw new Error('tries are counted before the transaction');
  const now = platform.clock.now().getTime();
  const start = new Date(now - (now % windowMs));
  const { rows } = await platform.connection.pool.query<{ count: number }>(
    `insert into attempts (bucket, window_start, count) values ($1, $2, 1)
     on conflict (bucket, window_start) do update set count = attempts.count + 1 returning count`,
    [bucket, start],
  );
  if (rows[0]!.count > limit) throw errors.tooMany({ minutes: Math.ceil((start.getTime() + windowMs - now) / 60_000) });
}

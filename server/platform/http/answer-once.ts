// Idempotency keys: the first answer is stored with the change; a repeat gets it again and changes nothing.
import { sql } from 'kysely';
import { on, type Context } from '../context.ts';
import { Closing } from '../db/closing.ts';
import { transact, waitForDisk, type Scope, type Work } from '../db/transact.ts';
import { commonErrors } from '../errors.ts';
import type { Platform } from '../platform.ts';
import type { PlatformTables } from '../tables.ts';

/** What stands in `idempotency_keys.response`: answers may hold secrets that are shown once, so they are encrypted at rest. */
type Stored = {
  sealed: string;
  /** What the database completed the answer with, such as a case's number: known too late to be sealed, and no secret. */
  completed?: object;
};

/** `hash` is of all that was asked: a repeat under the key must ask the same. */
export async function answerOnce<T>(
  platform: Platform,
  scope: Scope,
  asked: { key: string; hash: string },
  work: Work<T>,
): Promise<T> {
  let repeated = false;
  const earlierOr = async (ctx: Context, otherwise: () => Promise<T | Closing<T>>): Promise<T | Closing<T>> => {
    const earlier = await storedAnswer<T>(ctx, asked);
    repeated = earlier !== undefined;
    return earlier ? earlier.value : otherwise();
  };
  const answer = await transact(platform, scope, (ctx) =>
    earlierOr(ctx, async () => storing(ctx, asked, await work(ctx))),
  ).catch((error: unknown) => {
    // Two requests with one key at the same moment: the second rolls back and reads the answer of the first.
    const { code, table } = error as { code?: string; table?: string };
    if (code !== '23505' || table !== 'idempotency_keys') throw error;
    return transact(platform, { ...scope, readOnly: true }, (ctx) => earlierOr(ctx, () => Promise.reject(error)));
  });
  // The first request may still be waiting for the disk: nobody is answered before it.
  if (repeated) await platform.connection.query(waitForDisk.sql, []);
  return answer;
}

async function storing<T>(
  ctx: Context,
  { key, hash }: { key: string; hash: string },
  value: T | Closing<T>,
): Promise<T | Closing<T>> {
  const sealed = (plain: unknown): string => ctx.platform.secrets.encrypt(JSON.stringify({ value: plain }));
  const insert = sql`insert into idempotency_keys (organisation_id, key, request_hash, answered_at, response)
    select ${ctx.organisationId}::uuid, ${key}, ${hash}, ${ctx.clock.now()}::timestamptz`;
  if (!(value instanceof Closing)) {
    await sql`${insert}, jsonb_build_object('sealed', ${sealed(value)}::text)`.execute(ctx.transaction);
    return value;
  }
  const completed = sql`jsonb_build_object('sealed', ${sealed(value.known)}::text, 'completed', to_jsonb(closing))`;
  return value.also('answered', sql<object>`(${insert}, ${completed} from closing)`);
}

async function storedAnswer<T>(
  ctx: Context,
  { key, hash }: { key: string; hash: string },
): Promise<{ value: T } | undefined> {
  const row = await on<PlatformTables>(ctx)
    .selectFrom('idempotency_keys')
    .select(['request_hash', sql<unknown>`response`.as('response')])
    .where('organisation_id', '=', ctx.organisationId)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.request_hash !== hash) throw commonErrors.keyReused({ key });
  const { sealed, completed } = row.response as Stored;
  const { value } = JSON.parse(ctx.platform.secrets.decrypt(sealed)) as { value: unknown };
  return { value: revive(completed ? { ...(value as object), ...completed } : value) as T };
}

/** Times were Dates when the answer was stored; the contract's output check wants them back as Dates. */
function revive(value: unknown): unknown {
  if (typeof value === 'string')
    return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) ? new Date(value) : value;
  if (Array.isArray(value)) return value.map(revive);
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, revive(inner)]));
  return value;
}

// One's own notices, the newest first.
import { sql } from 'kysely';
import type { Notification } from '#contract/notifications.ts';
import type { Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { noticeOf, ownNotices } from './own-notices.ts';

export async function listNotices(
  ctx: Context,
  input: { state: 'all' | 'unread'; cursor?: string | undefined; limit: number },
): Promise<{ items: Notification[]; next: string | null }> {
  let query = ownNotices(ctx);
  if (input.state === 'unread') query = query.where('read_at', 'is', null);
  if (input.cursor !== undefined) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await query
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(input.limit + 1)
    .execute();
  return page(rows, input.limit, noticeOf, (row) => [row.at.toISOString(), row.id]);
}

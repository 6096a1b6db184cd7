// Mails that arrived and what became of them, newest first.
import { sql } from 'kysely';
import { on, type Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import type { ChannelTables } from './tables.ts';

export async function listReceived(
  ctx: Context,
  input: { state?: 'accepted' | 'ignored' | 'refused' | undefined; cursor?: string | undefined; limit: number },
) {
  let query = on<ChannelTables>(ctx)
    .selectFrom('received_mails')
    .select(['id', 'from_address', 'subject', 'received_at', 'state', 'reason', 'thread_type', 'thread_id'])
    .where('organisation_id', '=', ctx.organisationId);
  if (input.state !== undefined) query = query.where('state', '=', input.state);
  if (input.cursor !== undefined) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(received_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await query
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(input.limit + 1)
    .execute();
  return page(
    rows,
    input.limit,
    (row) => ({
      id: row.id,
      from: row.from_address,
      subject: row.subject,
      receivedAt: row.received_at,
      state: row.state,
      reason: row.reason,
      caseId: row.thread_type === 'case' ? row.thread_id : null,
    }),
    (row) => [row.received_at.toISOString(), row.id],
  );
}

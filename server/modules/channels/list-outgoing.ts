// The outbox, newest first.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { OutgoingMailState } from '#contract/channels.ts';
import { on, type Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { outgoingColumns, viewOfOutgoing } from './get-outgoing.ts';
import type { ChannelTables } from './tables.ts';

export async function listOutgoing(
  ctx: Context,
  input: { state?: z.infer<typeof OutgoingMailState> | undefined; cursor?: string | undefined; limit: number },
) {
  let query = on<ChannelTables>(ctx)
    .selectFrom('outgoing_mails')
    .select(outgoingColumns)
    .where('organisation_id', '=', ctx.organisationId);
  if (input.state !== undefined) query = query.where('state', '=', input.state);
  if (input.cursor !== undefined) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(created_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(input.limit + 1)
    .execute();
  return page(
    rows,
    input.limit,
    (row) => viewOfOutgoing(ctx, row),
    (row) => [row.created_at.toISOString(), row.id],
  );
}

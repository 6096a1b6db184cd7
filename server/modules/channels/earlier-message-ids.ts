// Message-IDs of the earlier mails of a thread, so that a mail program shows our letters and the customer's answers as one.
import { on, type Context } from '#platform/context.ts';
import type { ChannelTables } from './tables.ts';

const most = 10;

/** Between us and this address about this subject, oldest first. Read when the mail leaves: customers may not read the outbox. */
export async function earlierMessageIds(
  ctx: Context,
  mail: { id: string; subject_id: string | null; to_address: string; created_at: Date },
): Promise<string[]> {
  if (mail.subject_id === null) return [];
  const db = on<ChannelTables>(ctx);
  const ours = db
    .selectFrom('outgoing_mails')
    .select(({ fn }) => ['created_at as at', fn.coalesce('server_message_id', 'message_id').as('message_id')])
    .where('organisation_id', '=', ctx.organisationId)
    .where('subject_id', '=', mail.subject_id)
    .where('to_address', '=', mail.to_address)
    .where('state', '=', 'sent')
    .where('id', '<>', mail.id);
  const theirs = db
    .selectFrom('received_mails')
    .select(['received_at as at', 'message_id'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('thread_id', '=', mail.subject_id)
    .where('from_address', '=', mail.to_address)
    .where('state', '=', 'accepted')
    .where('message_id', 'like', '<%');
  const rows = await ours.unionAll(theirs).orderBy('at', 'desc').limit(most).execute();
  return rows.map((row) => row.message_id).toReversed();
}

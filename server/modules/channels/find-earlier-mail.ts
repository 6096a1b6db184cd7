// Step 2, here already? By Message-ID, or by the hash of the raw bytes for mails that have none.
import { on, type Context } from '#platform/context.ts';
import type { ChannelTables } from './tables.ts';

/** A mail that was taken in, and what became of it. */
export type TakenIn = { state: 'accepted' | 'ignored' | 'refused'; reason: string | null; mailId: string };
/** `id`: Message-ID or hash. `spare`: what stands in its place when the Message-ID is taken by a mail of somebody else. */
export type MailKeys = { id: string; spare: string };

/** `taken`: somebody else's mail has this Message-ID. Broken senders repeat ids, and that must not swallow a mail. */
export async function findEarlierMail(
  ctx: Context,
  keys: MailKeys,
  from: string,
): Promise<{ found: TakenIn | null; taken: boolean }> {
  const rows = await on<ChannelTables>(ctx)
    .selectFrom('received_mails')
    .select(['id', 'message_id', 'state', 'reason', 'from_address'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('message_id', 'in', [keys.id, keys.spare])
    .execute();
  const same = rows.find((row) => row.message_id === keys.spare || row.from_address === from);
  return { found: same ? { mailId: same.id, state: same.state, reason: same.reason } : null, taken: rows.length > 0 };
}

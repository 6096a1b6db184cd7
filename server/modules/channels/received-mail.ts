// What another module may know of a mail that arrived: who wrote, what, in answer to what, and with which files.
import { on, type Context } from '#platform/context.ts';
import { channelErrors } from './errors.ts';
import type { ChannelTables } from './tables.ts';

export type ReceivedMail = {
  id: string;
  state: 'accepted' | 'ignored' | 'refused';
  from: { address: string; name: string | null };
  subject: string;
  /** The writer's own words; quoted history is taken off, the raw mail keeps it. */
  text: string;
  /** What the mail answers, found by Message-IDs of ours that cannot be guessed. */
  thread: { type: string; id: string } | null;
  /** Not attached to anything yet: `attachFiles` them within a day or they are removed. */
  attachmentIds: string[];
  /** How many attachments were not kept. */
  droppedAttachments: number;
  /** By the sender's clock; null when the mail does not say so believably. */
  sentAt: Date | null;
  receivedAt: Date;
};

/** Throws `mail.not-found`. */
export async function receivedMail(ctx: Context, id: string): Promise<ReceivedMail> {
  const row = await on<ChannelTables>(ctx)
    .selectFrom('received_mails')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw channelErrors.mailNotFound({ id });
  return {
    id,
    state: row.state,
    from: { address: row.from_address, name: row.from_name },
    subject: row.subject,
    text: row.body_text,
    thread: row.thread_type !== null && row.thread_id !== null ? { type: row.thread_type, id: row.thread_id } : null,
    attachmentIds: row.attachment_file_ids,
    droppedAttachments: row.dropped_attachments,
    sentAt: row.sent_at,
    receivedAt: row.received_at,
  };
}

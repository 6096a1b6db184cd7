// Mails that arrived in the sample year, and a few that were let be.
import type { Context } from '#platform/context.ts';
import { insertRows } from '#platform/db/insert-rows.ts';
import { newId } from '#platform/ids.ts';
import type { ChannelTables } from './tables.ts';

export type SampleMail = {
  id: string;
  from: string;
  fromName: string;
  subject: string;
  text: string;
  at: Date;
  caseId: string;
};

/** `mails` belong to cases; between them lie automatic answers and delivery failures. */
export async function writeSampleMails(ctx: Context, mails: readonly SampleMail[]): Promise<void> {
  const rows = mails
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .flatMap((mail, index) => {
      const row = receivedRow(ctx, { ...mail, state: 'accepted', reason: null, thread: mail.caseId });
      const reason = index % 40 === 7 ? 'automatic' : index % 40 === 23 ? 'bounce' : null;
      if (!reason) return [row];
      const from = reason === 'bounce' ? 'mailer-daemon@example.net' : mail.from;
      const subject = reason === 'bounce' ? 'Undelivered Mail Returned to Sender' : `Automatic reply: ${mail.subject}`;
      return [
        row,
        receivedRow(ctx, {
          id: newId(),
          from,
          fromName: reason === 'bounce' ? 'Mail Delivery System' : mail.fromName,
          subject,
          text: subject,
          at: new Date(mail.at.getTime() + 90_000),
          state: 'ignored',
          reason,
          thread: null,
        }),
      ];
    });
  await insertRows<ChannelTables, 'received_mails'>(ctx, 'received_mails', rows);
}

type Received = Omit<SampleMail, 'caseId'> & {
  state: 'accepted' | 'ignored';
  reason: string | null;
  thread: string | null;
};

function receivedRow(ctx: Context, mail: Received) {
  return {
    organisation_id: ctx.organisationId,
    id: mail.id,
    message_id: `<${mail.id}@${mail.from.split('@').at(-1) ?? 'example.org'}>`,
    from_address: mail.from,
    from_name: mail.fromName,
    subject: mail.subject,
    body_text: mail.text,
    sent_at: new Date(mail.at.getTime() - 20_000),
    received_at: mail.at,
    state: mail.state,
    reason: mail.reason,
    thread_type: mail.thread ? 'case' : null,
    thread_id: mail.thread,
    raw_file_id: null,
    attachment_file_ids: [],
    dropped_attachments: 0,
  };
}

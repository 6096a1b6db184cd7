// Sends one queued mail in three steps: mark it as leaving, hand it over, record what became of it. Between them anything may die.
import type { Selectable } from 'kysely';
import type { SendMailOptions } from 'nodemailer';
import { z } from 'zod';
import { mayBeWrittenTo } from '#modules/customers/index.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import { append, enqueue, on, type Context } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { defineJob } from '#platform/jobs/job.ts';
import type { Platform } from '#platform/platform.ts';
import { earlierMessageIds } from './earlier-message-ids.ts';
import { readMailServer, type MailServer } from './mail-settings.ts';
import { escapeHtml, unseal } from './seal.ts';
import { handOver } from './smtp.ts';
import { pauseAfter, type HandOver } from './smtp-fault.ts';
import type { ChannelTables } from './tables.ts';

type MailRow = Selectable<ChannelTables['outgoing_mails']>;
export type TakenMail = { row: MailRow; server: MailServer; earlier: string[]; fromName: string };

const actor = { kind: 'system', name: 'mail' } as const;

export const sendMailJob = defineJob({
  name: 'mail.send',
  data: z.object({ organisationId: z.uuid(), mailId: z.uuid() }),
  handle: (platform, { organisationId, mailId }) => sendMail(platform, organisationId, mailId),
});

export async function sendMail(platform: Platform, organisationId: string, mailId: string): Promise<void> {
  const taken = await takeMail(platform, organisationId, mailId);
  if (!taken) return;
  const message = messageOf(platform, taken);
  await settleMail(
    platform,
    taken,
    message
      ? await handOver(platform, organisationId, taken.server, message)
      : { kind: 'failed', fault: 'sealed-unreadable' },
  );
}

/** Committed before a byte leaves: whoever finds the mail in this state knows that it may have left. Nothing when it is not queued. */
export async function takeMail(platform: Platform, organisationId: string, mailId: string): Promise<TakenMail | null> {
  return transact(platform, { organisationId, actor }, async (ctx) => {
    const server = await readMailServer(ctx);
    const row = await on<ChannelTables>(ctx)
      .updateTable('outgoing_mails')
      .set((set) =>
        server
          ? { state: 'sending', attempts: set('attempts', '+', 1), sending_since: ctx.clock.now(), fault: null }
          : { state: 'held' as const },
      )
      .where('organisation_id', '=', organisationId)
      .where('id', '=', mailId)
      .where('state', '=', 'queued')
      .returningAll()
      .executeTakeFirst();
    if (!row || !server) return null;
    // Looked at again: whoever takes a consent back is not written to, even where the mail was waiting already.
    if (!(await mayBeWrittenTo(ctx, row.customer_id, row.purpose, 'email'))) {
      await refuseMail(ctx, row, 'consent-missing');
      return null;
    }
    const { name } = await readOrganisation(ctx);
    return {
      row,
      server,
      earlier: await earlierMessageIds(ctx, row),
      fromName: server.fromName ?? name[row.language] ?? name.ar ?? name.fa ?? name.en ?? '',
    };
  });
}

/** Undoes the taking of a mail that may not leave. */
async function refuseMail(ctx: Context, row: MailRow, fault: string): Promise<void> {
  await on<ChannelTables>(ctx)
    .updateTable('outgoing_mails')
    .set({ state: 'failed', fault, attempts: row.attempts - 1, sending_since: null })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', row.id)
    .execute();
  appendMailEvent(ctx, 'failed', row, fault);
}

/** The mail as the server gets it, with its secrets back in place; null when they were sealed under another secret of the installation. */
function messageOf(platform: Platform, { row, server, earlier, fromName }: TakenMail): SendMailOptions | null {
  let secrets: string[] = [];
  try {
    if (row.sealed) secrets = JSON.parse(platform.secrets.decrypt(row.sealed)) as string[];
  } catch {
    return null;
  }
  const inReplyTo = row.in_reply_to ?? earlier.at(-1);
  return {
    messageId: row.message_id,
    date: platform.clock.now(),
    from: { name: fromName, address: server.fromAddress },
    to: { name: '', address: row.to_address },
    envelope: { from: server.fromAddress, to: [row.to_address] },
    subject: unseal(row.subject, secrets),
    text: unseal(row.body_text, secrets),
    html: unseal(row.body_html, secrets, escapeHtml),
    ...(inReplyTo ? { inReplyTo, references: [...earlier.filter((id) => id !== inReplyTo), inReplyTo] } : {}),
    headers: {
      'Content-Language': row.language,
      // Nobody's holiday notice should answer, and no other machine should answer it (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
    },
  };
}

/** Only the try that took the mail may settle it; by then it may have been called uncertain, and this knows better. */
export async function settleMail(platform: Platform, { row }: TakenMail, result: HandOver): Promise<void> {
  await transact(platform, { organisationId: row.organisation_id, actor }, async (ctx) => {
    const pause = result.kind === 'later' ? pauseAfter(row.attempts) : null;
    const state = result.kind !== 'later' ? result.kind : pause === null ? 'failed' : 'queued';
    const settled = await on<ChannelTables>(ctx)
      .updateTable('outgoing_mails')
      .set(
        result.kind === 'sent'
          ? { state, fault: null, sent_at: ctx.clock.now(), server_message_id: result.serverMessageId }
          : { state, fault: result.fault },
      )
      .where('organisation_id', '=', ctx.organisationId)
      .where('id', '=', row.id)
      .where('state', 'in', ['sending', 'uncertain'])
      .where('sending_since', '=', row.sending_since)
      .executeTakeFirst();
    if (settled.numUpdatedRows === 0n) return;
    if (pause !== null)
      enqueue(
        ctx,
        sendMailJob,
        { organisationId: ctx.organisationId, mailId: row.id },
        { startAfter: new Date(ctx.clock.now().getTime() + pause) },
      );
    if (state !== 'queued') appendMailEvent(ctx, state, row, result.kind === 'sent' ? null : result.fault);
  });
}

/** `mail.sent`, `mail.failed`, `mail.uncertain`: what the mail spoke of can show it in its own timeline. */
export function appendMailEvent(
  ctx: Context,
  state: 'sent' | 'failed' | 'uncertain',
  row: Pick<MailRow, 'id' | 'subject_type' | 'subject_id'>,
  fault: string | null,
): void {
  append(ctx, {
    type: `mail.${state}`,
    subjectType: 'outgoing-mail',
    subjectId: row.id,
    data: { ofType: row.subject_type, ofId: row.subject_id, ...(fault ? { fault } : {}) },
  });
}

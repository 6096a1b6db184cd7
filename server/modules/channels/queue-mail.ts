// Writes a letter into the outbox within the caller's transaction; it leaves after the commit, or waits until a mail server is set.
import { randomBytes } from 'node:crypto';
import { formatBothCalendars } from '#kernel/calendar/format-date.ts';
import { mayBeWrittenTo } from '#modules/customers/index.ts';
import { dateSettings, readOrganisation } from '#modules/organisation/index.ts';
import { append, enqueue, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { channelErrors } from './errors.ts';
import { renderLetter, type Letter, type LetterFrame } from './letter.ts';
import { isMailAddress } from './mail-address.ts';
import { readMailServer, type MailServer } from './mail-settings.ts';
import { sendMailJob } from './send-mail.ts';
import type { ChannelTables } from './tables.ts';

/**
 * The only way for words to a customer to leave. Works for staff, customers and the system alike; a customer's transaction may
 * only insert, so nothing is read back. Throws `mail.consent-missing` for a purpose that the customer did not consent to.
 */
export async function queueMail(ctx: Context, letter: Letter): Promise<{ id: string }> {
  const { purpose, customerId = null } = letter;
  if (!(await mayBeWrittenTo(ctx, customerId, purpose, 'email'))) throw channelErrors.consentMissing({ purpose });
  const server = await readMailServer(ctx);
  const rendered = renderLetter(letter, await letterFrame(ctx, letter.language));
  const id = newId();
  // An address that no server would take must not undo the caller's change: the outbox shows it as failed.
  const state = !isMailAddress(letter.to) ? 'failed' : server ? 'queued' : 'held';
  await on<ChannelTables>(ctx)
    .insertInto('outgoing_mails')
    .values({
      organisation_id: ctx.organisationId,
      id,
      message_id: newMessageId(id, server, ctx.platform.config.publicUrl),
      in_reply_to: letter.inReplyTo ?? null,
      to_address: letter.to,
      subject: rendered.subject,
      language: letter.language,
      body_text: rendered.text,
      body_html: rendered.html,
      sealed: rendered.sealed.length > 0 ? ctx.platform.secrets.encrypt(JSON.stringify(rendered.sealed)) : null,
      state,
      fault: state === 'failed' ? 'address-invalid' : null,
      purpose,
      customer_id: customerId,
      subject_type: letter.subjectType ?? null,
      subject_id: letter.subjectId ?? null,
      created_at: ctx.clock.now(),
    })
    .execute();
  // An open outbox hears of what waits for a person; of what leaves it hears when it has left.
  if (state === 'held') append(ctx, { type: 'mail.held', subjectType: 'outgoing-mail', subjectId: id });
  if (state === 'queued') enqueue(ctx, sendMailJob, { organisationId: ctx.organisationId, mailId: id });
  return { id };
}

/** Name of the organisation and the day in both calendars, in the reader's language. */
export async function letterFrame(ctx: Context, language: Letter['language']): Promise<LetterFrame> {
  const { name, primaryColour } = await readOrganisation(ctx);
  return {
    organisation: name[language] ?? name.ar ?? name.fa ?? name.en ?? '',
    date: formatBothCalendars(ctx.clock.now(), { ...(await dateSettings(ctx)), language }),
    primaryColour,
  };
}

/** Whoever answers with this id proves to have got the mail, so it must not be guessed: 128 random bits beside the row's id. */
export function newMessageId(id: string, server: Pick<MailServer, 'fromAddress'> | null, publicUrl: string): string {
  const domain = server?.fromAddress.split('@').at(-1) ?? new URL(publicUrl).hostname;
  return `<${id}.${randomBytes(16).toString('hex')}@${domain.toLowerCase()}>`;
}

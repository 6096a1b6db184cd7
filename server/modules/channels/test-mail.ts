// Sends a test letter to the person who asks, now, and says what happened; nothing is kept of it.
import type { Context } from '#platform/context.ts';
import { commonErrors } from '#platform/errors.ts';
import type { RequestContext } from '#platform/http/request.ts';
import { newId } from '#platform/ids.ts';
import { renderLetter } from './letter.ts';
import { letterWords } from './letter-words.ts';
import { readMailServer } from './mail-settings.ts';
import { letterFrame, newMessageId } from './queue-mail.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import { handOver } from './smtp.ts';

/** The talk with the mail server happens outside the transaction: a slow server must not hold a connection to the database. */
export async function testMail(request: RequestContext): Promise<{ ok: boolean; fault: string | null }> {
  const ready = await request.asStaff('mail-settings.manage', prepare);
  // API keys have no mailbox.
  const account = await request.account();
  if (!account) throw commonErrors.signInNeeded();
  if (!ready) return { ok: false, fault: 'no-server' };
  const { server, organisationId, letter } = ready;
  const result = await handOver(request.platform, organisationId, server, {
    ...letter,
    to: { name: '', address: account.email },
    envelope: { from: server.fromAddress, to: [account.email] },
    messageId: newMessageId(newId(), server, request.platform.config.publicUrl),
    date: request.platform.clock.now(),
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
  return result.kind === 'sent' ? { ok: true, fault: null } : { ok: false, fault: result.fault };
}

async function prepare(ctx: Context) {
  const server = await readMailServer(ctx);
  if (!server) return null;
  const { language } = await readOrganisation(ctx);
  const frame = await letterFrame(ctx, language);
  const words = letterWords[language];
  const { subject, text, html } = renderLetter(
    { to: '', purpose: 'service-messages', language, subject: words.testSubject, paragraphs: [words.testText] },
    frame,
  );
  return {
    server,
    organisationId: ctx.organisationId,
    letter: { subject, text, html, from: { name: server.fromName ?? frame.organisation, address: server.fromAddress } },
  };
}

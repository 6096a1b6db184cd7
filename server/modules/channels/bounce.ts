// Step 3, bounce? A mail server says that a mail of ours did not arrive.
import type { Attachment } from 'postal-mime';
import { messageIds, type ParsedMail } from './parse-mail.ts';

export function isBounce(mail: ParsedMail): boolean {
  const type = mail.header('content-type').toLowerCase();
  if (type.startsWith('multipart/report') && type.includes('delivery-status')) return true;
  if (mail.from?.address.startsWith('mailer-daemon@') || mail.header('x-failed-recipients') !== '') return true;
  // Notices of absence come from nobody too (RFC 3834); the next step knows them.
  return mail.header('return-path') === '<>' && !/^auto-replied/i.test(mail.header('auto-submitted'));
}

/** Message-IDs of the mails that came back, from the parts that a delivery report carries. */
export function bouncedMessageIds(mail: ParsedMail): string[] {
  const returned = mail.attachments
    .filter((part) => /^(message\/(rfc822|global)|text\/rfc822-headers|message\/global-headers)$/.test(part.mimeType))
    .map(head);
  const found = returned.flatMap((text) => messageIds(/^message-id:\s*(.*)$/im.exec(text)?.[1] ?? ''));
  return [...new Set([...found, ...mail.answers])];
}

/** Whether the server has given up (status 5.x.x), and not only waits (4.x.x). */
export function isPermanent(mail: ParsedMail): boolean {
  const status = mail.attachments
    .filter((part) => part.mimeType === 'message/delivery-status')
    .map(head)
    .join('\n');
  return /^action:\s*failed/im.test(status) && /^status:\s*5\./im.test(status);
}

function head(part: Attachment): string {
  const { content } = part;
  return (
    typeof content === 'string'
      ? content
      : Buffer.from(content instanceof ArrayBuffer ? new Uint8Array(content) : content).toString('utf8')
  ).slice(0, 64_000);
}

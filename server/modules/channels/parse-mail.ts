// Step 1, readable? Turns raw bytes into the parts of a mail that the other steps look at; whatever cannot be read is null.
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { cleanText } from '#kernel/text/clean.ts';
import { isMailAddress } from './mail-address.ts';

export type ParsedMail = {
  /** With its angle brackets; null when there is none or it is unusable. */
  messageId: string | null;
  from: { address: string; name: string | null } | null;
  subject: string;
  sentAt: Date | null;
  /** Every Message-ID that the mail says it answers. */
  answers: string[];
  /** First value of a header, by its lower-case name; '' when it is not there. */
  header(name: string): string;
  text: string | undefined;
  html: string | undefined;
  attachments: Attachment[];
};

/** Headers beyond this are no letter; the parser refuses them. */
const mostHeaderBytes = 256 * 1024;
const mostAnswers = 200;

/** Null when the bytes are no mail: the parser gives up, or there is no header that a mail has. Never throws. */
export async function parseMail(raw: Buffer, now: Date): Promise<ParsedMail | null> {
  try {
    const mail = await PostalMime.parse(withReadableHeaders(raw), {
      maxHeadersSize: mostHeaderBytes,
      maxNestingDepth: 50,
      forceRfc822Attachments: true,
    });
    if (
      !['from', 'sender', 'subject', 'date', 'message-id', 'received'].some((key) =>
        mail.headers.some((header) => header.key === key),
      )
    )
      return null;
    const header = (name: string): string => mail.headers.find((one) => one.key === name)?.value.trim() ?? '';
    return {
      messageId: messageIds(mail.messageId ?? '')[0] ?? null,
      from: sender(mail),
      subject: cleanText(mail.subject ?? '')
        .replace(/\s+/g, ' ')
        .slice(0, 300)
        .toWellFormed(),
      sentAt: sentAt(mail.date, now),
      answers: messageIds(`${header('in-reply-to')} ${header('references')}`),
      header,
      text: mail.text,
      html: mail.html,
      attachments: mail.attachments,
    };
  } catch {
    return null;
  }
}

/** Some senders write headers in plain windows-1256 instead of encoding them: read as UTF-8 they would be lost. */
function withReadableHeaders(raw: Buffer): Buffer {
  const blank = [raw.indexOf('\r\n\r\n'), raw.indexOf('\n\n')].filter((at) => at >= 0);
  const end = Math.min(blank.length > 0 ? Math.min(...blank) : raw.length, mostHeaderBytes);
  const head = raw.subarray(0, end);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head);
    return raw;
  } catch {
    return Buffer.concat([Buffer.from(new TextDecoder('windows-1256').decode(head)), raw.subarray(end)]);
  }
}

/** `<…@…>` of a header, in order, once each. Longer ones than any mail program makes would not fit an index. */
export function messageIds(text: string): string[] {
  // PostgreSQL takes no NUL.
  return [...new Set(text.replaceAll('\0', '').match(/<[^<>\s]{1,500}>/g) ?? [])].slice(-mostAnswers);
}

/** The first From that is an address, else Sender. */
function sender(mail: Email): ParsedMail['from'] {
  for (const one of [mail.from, mail.sender]) {
    const box = mailbox(one);
    if (box && isMailAddress(box.address)) return box;
  }
  return null;
}

function mailbox(address: Address | undefined): ParsedMail['from'] {
  const box = address?.group ? address.group[0] : address;
  if (!box?.address) return null;
  return {
    address: cleanText(box.address).toLowerCase(),
    name:
      cleanText(box.name ?? '')
        .replace(/\s+/g, ' ')
        .slice(0, 200)
        .toWellFormed() || null,
  };
}

/** Null for a date that cannot be read or cannot be true: before mail existed, or after tomorrow. */
function sentAt(text: string | undefined, now: Date): Date | null {
  const at = new Date(text ?? Number.NaN);
  const tomorrow = now.getTime() + 86_400_000;
  return at.getTime() >= Date.UTC(1980, 0, 1) && at.getTime() <= tomorrow ? at : null;
}

// Step 6, clean text: what the writer said in this mail, ready to be stored and shown.
import { cleanText } from '#kernel/text/clean.ts';
import { htmlToText } from './html-to-text.ts';
import type { ParsedMail } from './parse-mail.ts';
import { withoutQuotedHistory } from './quoted-history.ts';

/** Longest text that is kept of a mail, UTF-16 units; the raw mail has the rest. */
const longest = 100_000;
const forwardPrefix = /^(fwd?|tr|wg|إعادة توجيه|اعادة توجيه|توجيه|تحويل|محول|هدایت|ارجاع|بازارسال|فوروارد)\s*[:：]/i;

/** `publicUrl`: our links that a quoted letter brings back lose what opens a case, since staff will read this. */
export function cleanMailText(mail: Pick<ParsedMail, 'text' | 'html' | 'subject'>, publicUrl: string): string {
  const plain = cleanText((mail.text ?? '').slice(0, longest * 2));
  // Some programs send an empty text part beside the real one.
  const whole = plain !== '' ? plain : cleanText(htmlToText(mail.html ?? '').slice(0, longest * 2));
  const own = withoutQuotedHistory(whole, forwardPrefix.test(mail.subject));
  return withoutGrants(own, publicUrl).slice(0, longest).toWellFormed();
}

/** The secret of a link stands behind "#". */
function withoutGrants(text: string, publicUrl: string): string {
  return text
    .split(publicUrl)
    .map((part, at) => (at === 0 ? part : part.replace(/^([^\s#<>"]*)#[\w-]{16,}/, '$1')))
    .join(publicUrl);
}

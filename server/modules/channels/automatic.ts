// Step 4, automatic? Mails that no person wrote to us: notices of absence, newsletters, lists, and our own mail come back.
import { sameAddress } from './mail-address.ts';
import type { ParsedMail } from './parse-mail.ts';

export type AutomaticReason = 'loop' | 'automatic' | 'list';

/** `ownAddress` is where our mail comes from; a list that stands on its domain is our own front door, not a list. */
export function automaticReason(mail: ParsedMail, ownAddress: string | null): AutomaticReason | null {
  if (sameAddress(mail.from?.address, ownAddress)) return 'loop';
  const submitted = mail.header('auto-submitted').toLowerCase();
  if (submitted !== '' && !/^no\b/.test(submitted)) return 'automatic';
  if (
    ['x-autoreply', 'x-autorespond', 'x-autoresponder'].some(
      (name) => mail.header(name) !== '' && mail.header(name).toLowerCase() !== 'no',
    )
  )
    return 'automatic';
  const type = mail.header('content-type').toLowerCase();
  // A receipt that the mail was opened.
  if (type.startsWith('multipart/report')) return 'automatic';
  const precedence = mail.header('precedence').toLowerCase();
  if (['auto_reply', 'bulk', 'junk'].includes(precedence)) return 'automatic';
  if (precedence === 'list' && !isOurList(mail, ownAddress)) return 'list';
  return null;
}

/** Groups such as support@ours deliver every customer's mail with the marks of a list. */
function isOurList(mail: ParsedMail, ownAddress: string | null): boolean {
  const domain = ownAddress?.split('@').at(-1)?.toLowerCase();
  if (!domain) return false;
  const id = /<([^<>]+)>/.exec(mail.header('list-id'))?.[1]?.toLowerCase() ?? mail.header('list-id').toLowerCase();
  return id === domain || id.endsWith(`.${domain}`);
}

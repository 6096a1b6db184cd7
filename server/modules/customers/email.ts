// E-mail addresses as one string each: lower case, without the invisible marks that travel along with Arabic text.
import { cleanText } from '#kernel/text/clean.ts';
import { invalidField } from '#platform/errors.ts';

/** The longest address that mail can carry (RFC 5321 §4.5.3.1). */
const longest = 254;

/**
 * What two spellings of one address have in common. Asks only for something before and after the "@": addresses of mails that
 * arrived are what they are, and the API checks typed ones more strictly.
 * Throws `request.invalid` with the fault `email-invalid` of `field`.
 */
export function normaliseEmail(text: string, field = 'email'): string {
  const address = cleanText(text).toLowerCase().normalize('NFC');
  if (address.length > longest || !/^[^\s@]+@[^\s@]+$/.test(address)) throw invalidField(field, 'email-invalid');
  return address;
}

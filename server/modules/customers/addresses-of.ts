// Reads typed addresses the way they are stored; what is none yet is left out.
import { readOrganisation } from '#modules/organisation/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { normaliseEmail } from './email.ts';
import { parsePhone } from './phone.ts';

/** The phone in E.164 by the organisation's country, the e-mail in lower case; null for what is not there or not whole. */
export async function addressesOf(
  ctx: Context,
  typed: { email?: string | undefined; phone?: string | undefined },
): Promise<{ email: string | null; phone: string | null }> {
  const { phone, email } = typed;
  const country = phone ? (await readOrganisation(ctx)).country : null;
  return {
    email: email ? unlessRefused(() => normaliseEmail(email)) : null,
    phone: phone && country ? unlessRefused(() => parsePhone(phone, country)) : null,
  };
}

function unlessRefused(read: () => string): string | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

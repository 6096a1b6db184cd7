// Invites somebody who sells for a dealer: named at once, in once the link was used.
import type { Language } from '#contract/common.ts';
import { createPerson, invite, outsiderOfEmail } from '#modules/organisation/index.ts';
import type { Context } from '#platform/context.ts';
import { dealerInUse } from './dealer.ts';

/**
 * The link comes sealed, as `invite` gives it. Invited once more, the earlier link ends. Throws `dealer.inactive`, or
 * `person.email-taken` when the address is of somebody who can sign in or works elsewhere.
 */
export async function inviteDealerPerson(
  ctx: Context,
  { id: dealerId, name, email, language }: { id: string; name: string; email: string; language?: Language | undefined },
): Promise<{ personId: string; sealedLink: string; expiresAt: Date }> {
  await dealerInUse(ctx, dealerId);
  const { sealedLink, expiresAt } = await invite(ctx, { email, name, roles: [], dealerId, language });
  const personId =
    (await outsiderOfEmail(ctx, email, dealerId)) ??
    (await createPerson(ctx, { name, email, roles: [], language, dealerId }));
  return { personId, sealedLink, expiresAt };
}

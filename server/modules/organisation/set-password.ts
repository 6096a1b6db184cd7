// Sets a new password by a link: the link is used up, every device is signed out, a second factor stays.
import { countAttempt } from '#platform/access/attempts.ts';
import { append, on } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import type { Platform } from '#platform/platform.ts';
import { errors } from './errors.ts';
import { findPasswordLink } from './find-password-link.ts';
import type { OrganisationTables } from './tables.ts';

const windowMs = 15 * 60_000;

/** Throws like `findPasswordLink`. */
export async function setPassword(
  platform: Platform,
  input: { token: string; password: string },
): Promise<{ email: string }> {
  const found = await findPasswordLink(platform, input.token);
  await countAttempt(platform, `password-link:${found.id}`, 10, windowMs);
  const actor = { kind: 'system', name: 'set-password' } as const;
  await transact(platform, { organisationId: found.organisation_id, actor }, async (ctx) => {
    const used = await on<OrganisationTables>(ctx)
      .updateTable('password_links')
      .set({ used_at: ctx.clock.now() })
      .where('organisation_id', '=', ctx.organisationId)
      .where('id', '=', found.id)
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    // It was open a moment ago: somebody else used it, or a newer one was made in between.
    if (!used) throw errors.passwordLinkUsed();
    append(ctx, {
      type: 'person.password-changed',
      subjectType: 'person',
      subjectId: found.person_id,
      data: { passwordLinkId: found.id },
    });
  });
  // After the commit, since sign-in has connections of its own. A crash in between leaves the old password and a link that
  // is used up: a new one is made. The other way round two who hold the link could both set a password, the first unnoticed.
  await platform.auth.setPassword(found.account_id, input.password);
  return { email: found.email };
}

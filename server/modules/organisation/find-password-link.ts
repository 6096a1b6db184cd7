// Reads a link for a new password by its secret, before anybody is signed in.
import type { Language } from '#contract/common.ts';
import type { Platform } from '#platform/platform.ts';
import { errors } from './errors.ts';

export type FoundPasswordLink = {
  organisation_id: string;
  id: string;
  person_id: string;
  account_id: string;
  /** Of the account: what the person signs in with. */
  email: string;
  name: string;
  /** The person's own, or the organisation's. */
  language: Language;
  used_at: Date | null;
  revoked_at: Date | null;
  expires_at: Date;
};

/** A link that still works. Throws `password-link.unknown`, `.used`, `.revoked` or `.expired`. */
export async function findPasswordLink(platform: Platform, token: string): Promise<FoundPasswordLink> {
  const { rows } = await platform.connection.pool.query<FoundPasswordLink>(
    `select l.organisation_id, l.id, l.person_id, p.account_id, u.email, p.name, coalesce(p.language, o.language) as language,
            l.used_at, l.revoked_at, l.expires_at
       from password_links l
       join people p on p.organisation_id = l.organisation_id and p.id = l.person_id
       join organisations o on o.organisation_id = l.organisation_id
       join auth_users u on u.id = p.account_id
      where l.secret_hash = $1`,
    [platform.secrets.hash(token)],
  );
  const found = rows[0];
  if (!found) throw errors.passwordLinkUnknown();
  if (found.used_at) throw errors.passwordLinkUsed();
  if (found.revoked_at) throw errors.passwordLinkRevoked();
  if (found.expires_at <= platform.clock.now()) throw errors.passwordLinkExpired();
  return found;
}

// Reads an invitation by the secret of its link, before anybody is signed in.
import type { Language, LocaleText } from '#contract/common.ts';
import type { Role } from '#contract/organisation.ts';
import type { Platform } from '#platform/platform.ts';
import { errors } from './errors.ts';

export type FoundInvitation = {
  organisation_id: string;
  id: string;
  email: string;
  name: string;
  roles: Role[];
  position_id: string | null;
  /** The invited person's own, or null for the organisation's. */
  language: Language | null;
  accepted_at: Date | null;
  revoked_at: Date | null;
  expires_at: Date;
  organisation_name: LocaleText;
  organisation_language: Language;
};

/** An invitation that can still be accepted. Throws `invitation.unknown`, `.used`, `.revoked` or `.expired`. */
export async function findInvitation(platform: Platform, token: string): Promise<FoundInvitation> {
  const { rows } = await platform.connection.pool.query<FoundInvitation>(
    `select i.organisation_id, i.id, i.email, i.name, i.roles, i.position_id, i.language, i.accepted_at, i.revoked_at, i.expires_at,
            o.name as organisation_name, o.language as organisation_language
       from invitations i join organisations o using (organisation_id) where i.secret_hash = $1`,
    [platform.secrets.hash(token)],
  );
  const found = rows[0];
  if (!found) throw errors.invitationUnknown();
  if (found.accepted_at) throw errors.invitationUsed();
  if (found.revoked_at) throw errors.invitationRevoked();
  if (found.expires_at <= platform.clock.now()) throw errors.invitationExpired();
  return found;
}

// What the page behind an invitation link shows.
import type { Platform } from '#platform/platform.ts';
import { findInvitation } from './find-invitation.ts';
import { findAccount } from './open-account.ts';

/** `hasAccount` says that the person will be asked for the password they already have. Throws like `findInvitation`. */
export async function readInvitation(platform: Platform, token: string) {
  const found = await findInvitation(platform, token);
  return {
    email: found.email,
    name: found.name,
    organisation: found.organisation_name,
    language: found.language ?? found.organisation_language,
    hasAccount: (await findAccount(platform, found.email)) !== undefined,
  };
}

// What the page behind a link for a new password shows.
import type { Language } from '#contract/common.ts';
import type { Platform } from '#platform/platform.ts';
import { findPasswordLink } from './find-password-link.ts';

/** Throws like `findPasswordLink`. */
export async function readPasswordLink(
  platform: Platform,
  token: string,
): Promise<{ email: string; name: string; language: Language }> {
  const { email, name, language } = await findPasswordLink(platform, token);
  return { email, name, language };
}

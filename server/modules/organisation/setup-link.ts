// The link that sets up a new installation: whoever reads the server's first output may use it, once.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Platform } from '#platform/platform.ts';

/** Whether there is an organisation already. */
export async function isSetUp(platform: Platform): Promise<boolean> {
  const { rows } = await platform.connection.pool.query<{ there: boolean }>(
    'select exists (select from organisations) as there',
  );
  return rows[0]!.there;
}

/** `<publicUrl>/setup?token=…`, the same from every process; null once an organisation exists, which ends the token for good. */
export async function setupLink(platform: Platform): Promise<string | null> {
  if (await isSetUp(platform)) return null;
  return `${platform.config.publicUrl}/setup?token=${await setupToken(platform)}`;
}

export async function isSetupToken(platform: Platform, token: string): Promise<boolean> {
  const [given, right] = [token, await setupToken(platform)].map((text) =>
    platform.secrets.key(`setup-token:${text}`),
  ) as [Buffer, Buffer];
  return timingSafeEqual(given, right);
}

/**
 * Nothing is stored: the installation's secret signs the moment at which this database was made. A database that is made
 * anew under the same secret gets another token, so that an old link in a log cannot open it.
 */
async function setupToken(platform: Platform): Promise<string> {
  const { rows } = await platform.connection.pool.query<{ made: string }>(
    'select min("timestamp") as made from migrations',
  );
  return createHmac('sha256', platform.secrets.key('setup')).update(rows[0]!.made).digest('base64url');
}

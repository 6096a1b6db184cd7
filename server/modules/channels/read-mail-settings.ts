// Says how mail is sent, without the password.
import type { Context } from '#platform/context.ts';
import { readSettings } from '#platform/settings.ts';
import { mailSettings, viewOf } from './mail-settings.ts';

export async function readMailSettings(ctx: Context) {
  return viewOf(await readSettings(ctx, mailSettings));
}

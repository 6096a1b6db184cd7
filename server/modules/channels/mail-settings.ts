// Settings of mail: the server that takes our mail, and whom it comes from. The password is stored encrypted and never read back.
import { z } from 'zod';
import { MailSettings } from '#contract/channels.ts';
import type { Context } from '#platform/context.ts';
import { readSettings, type SettingsDefinition } from '#platform/settings.ts';

const Stored = MailSettings.omit({ hasPassword: true }).extend({ sealedPassword: z.string().nullable() });
export type StoredMailSettings = z.infer<typeof Stored>;

export const mailSettings: SettingsDefinition<StoredMailSettings> = {
  key: 'mail',
  schema: Stored,
  defaults: {
    host: null,
    port: 587,
    security: 'starttls',
    user: null,
    fromAddress: null,
    fromName: null,
    sealedPassword: null,
  },
};

/** Settings that name a server and a sender: mail can leave. */
export type MailServer = StoredMailSettings & { host: string; fromAddress: string };

export async function readMailServer(ctx: Context): Promise<MailServer | null> {
  const settings = await readSettings(ctx, mailSettings);
  return isServer(settings) ? settings : null;
}

export function isServer(settings: StoredMailSettings): settings is MailServer {
  return Boolean(settings.host && settings.fromAddress);
}

export function viewOf(settings: StoredMailSettings): z.infer<typeof MailSettings> {
  const { sealedPassword, ...shown } = settings;
  return { ...shown, hasPassword: sealedPassword !== null };
}

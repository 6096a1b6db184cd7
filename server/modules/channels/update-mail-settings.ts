// Changes how mail is sent, and lets go what waited for a mail server.
import type { z } from 'zod';
import type { channelsContract } from '#contract/channels.ts';
import { append, enqueue, on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { readSettings, writeSettings } from '#platform/settings.ts';
import { isServer, mailSettings, viewOf, type StoredMailSettings } from './mail-settings.ts';
import { sendMailJob } from './send-mail.ts';
import type { ChannelTables } from './tables.ts';

type Input = z.infer<(typeof channelsContract.updateMailSettings)['~orpc']['inputSchema'] & z.ZodType>;

/** What is older would surprise the reader; a person may still send it from the outbox. */
const releaseDays = 7;

/** `password`: null clears it, absent keeps it. */
export async function updateMailSettings(ctx: Context, input: Input) {
  const before = await readSettings(ctx, mailSettings);
  const { password, ...rest } = input;
  const settings: StoredMailSettings = {
    ...rest,
    host: rest.host || null,
    user: rest.user || null,
    fromName: rest.fromName || null,
    sealedPassword:
      password === undefined ? before.sealedPassword : password ? ctx.platform.secrets.encrypt(password) : null,
  };
  if (settings.host && !settings.fromAddress) throw invalidField('fromAddress', 'required');
  await writeSettings(ctx, mailSettings, settings);
  append(ctx, {
    type: 'mail-settings.changed',
    subjectType: 'organisation',
    subjectId: ctx.organisationId,
    data: { sending: isServer(settings) },
  });
  if (isServer(settings)) await releaseMails(ctx);
  return viewOf(settings);
}

/** Held mails of the last days go out; those that wait for their next try need not wait any longer. */
async function releaseMails(ctx: Context): Promise<void> {
  const db = on<ChannelTables>(ctx);
  const since = new Date(ctx.clock.now().getTime() - releaseDays * 86_400_000);
  await db
    .updateTable('outgoing_mails')
    .set({ state: 'queued' })
    .where('organisation_id', '=', ctx.organisationId)
    .where('state', '=', 'held')
    .where('created_at', '>=', since)
    .execute();
  const waiting = await db
    .selectFrom('outgoing_mails')
    .select('id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('state', '=', 'queued')
    .orderBy('created_at')
    .execute();
  for (const { id } of waiting) enqueue(ctx, sendMailJob, { organisationId: ctx.organisationId, mailId: id });
}

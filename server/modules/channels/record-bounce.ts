// A mail of ours came back: when its server gave up, the outbox says so instead of "sent".
import { on, type Context } from '#platform/context.ts';
import { bouncedMessageIds, isPermanent } from './bounce.ts';
import type { Thread } from './find-thread.ts';
import type { ParsedMail } from './parse-mail.ts';
import { appendMailEvent } from './send-mail.ts';
import type { ChannelTables } from './tables.ts';

/** Only a report that names our unguessable Message-ID changes anything. Returns what the mail spoke of. */
export async function recordBounce(ctx: Context, report: ParsedMail): Promise<Thread | null> {
  const ids = bouncedMessageIds(report);
  if (ids.length === 0) return null;
  const db = on<ChannelTables>(ctx);
  const mail = await db
    .selectFrom('outgoing_mails')
    .select(['id', 'state', 'subject_type', 'subject_id'])
    .where('organisation_id', '=', ctx.organisationId)
    .where((where) => where.or([where('message_id', 'in', ids), where('server_message_id', 'in', ids)]))
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!mail) return null;
  if (isPermanent(report) && (mail.state === 'sent' || mail.state === 'uncertain')) {
    await db
      .updateTable('outgoing_mails')
      .set({ state: 'failed', fault: 'bounced' })
      .where('organisation_id', '=', ctx.organisationId)
      .where('id', '=', mail.id)
      .execute();
    appendMailEvent(ctx, 'failed', mail, 'bounced');
  }
  return mail.subject_type && mail.subject_id ? { type: mail.subject_type, id: mail.subject_id } : null;
}

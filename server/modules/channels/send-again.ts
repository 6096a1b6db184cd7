// A person decides that a held, failed or uncertain mail goes out, knowing that an uncertain one may arrive twice.
import { mayBeWrittenTo } from '#modules/customers/index.ts';
import { append, enqueue, on, type Context } from '#platform/context.ts';
import { channelErrors } from './errors.ts';
import { outgoingColumns, viewOfOutgoing } from './get-outgoing.ts';
import { readMailServer } from './mail-settings.ts';
import { sendMailJob } from './send-mail.ts';
import type { ChannelTables } from './tables.ts';

/** The tries begin anew, so the count does too; the event keeps the old one. Throws `mail.cannot-be-sent-again`, `mail.consent-missing`, `mail.no-server`. */
export async function sendAgain(ctx: Context, input: { id: string }) {
  const db = on<ChannelTables>(ctx);
  const row = await db
    .selectFrom('outgoing_mails')
    .select(['state', 'attempts', 'purpose', 'customer_id'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', input.id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw channelErrors.mailNotFound({ id: input.id });
  if (!['held', 'failed', 'uncertain'].includes(row.state)) throw channelErrors.cannotSendAgain({ state: row.state });
  if (!(await mayBeWrittenTo(ctx, row.customer_id, row.purpose, 'email')))
    throw channelErrors.consentMissing({ purpose: row.purpose });
  if (!(await readMailServer(ctx))) throw channelErrors.noServer();
  const queued = await db
    .updateTable('outgoing_mails')
    .set({ state: 'queued', attempts: 0, fault: null, sending_since: null })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', input.id)
    .returning(outgoingColumns)
    .executeTakeFirstOrThrow();
  enqueue(ctx, sendMailJob, { organisationId: ctx.organisationId, mailId: input.id });
  append(ctx, {
    type: 'mail.sent-again',
    subjectType: 'outgoing-mail',
    subjectId: input.id,
    data: { from: row.state, attempts: row.attempts },
  });
  return viewOfOutgoing(ctx, queued);
}

// How the outbox shows a mail: its state and its words, never what opens a customer's case.
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { OutgoingMail } from '#contract/channels.ts';
import { on, type Context } from '#platform/context.ts';
import { channelErrors } from './errors.ts';
import { maskSeals } from './seal.ts';
import type { ChannelTables } from './tables.ts';

export const outgoingColumns = [
  'id',
  'to_address',
  'subject',
  'language',
  'state',
  'attempts',
  'fault',
  'created_at',
  'sent_at',
  'subject_type',
  'subject_id',
] as const;
type Row = Pick<Selectable<ChannelTables['outgoing_mails']>, (typeof outgoingColumns)[number]>;

export function viewOfOutgoing(ctx: Context, row: Row): z.infer<typeof OutgoingMail> {
  return {
    id: row.id,
    to: row.to_address,
    subject: maskSeals(row.subject, ctx.platform.config.publicUrl),
    language: row.language,
    state: row.state,
    attempts: row.attempts,
    fault: row.fault,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    caseId: row.subject_type === 'case' ? row.subject_id : null,
  };
}

/** Throws `mail.not-found`. */
export async function getOutgoing(ctx: Context, input: { id: string }) {
  const row = await on<ChannelTables>(ctx)
    .selectFrom('outgoing_mails')
    .select([...outgoingColumns, 'body_text', 'body_html'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', input.id)
    .executeTakeFirst();
  if (!row) throw channelErrors.mailNotFound({ id: input.id });
  const { publicUrl } = ctx.platform.config;
  return {
    ...viewOfOutgoing(ctx, row),
    text: maskSeals(row.body_text, publicUrl),
    html: maskSeals(row.body_html, publicUrl),
  };
}

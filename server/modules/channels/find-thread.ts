// Step 5, thread: what a mail answers, by every Message-ID it names; the newest of ours wins.
import { on, type Context } from '#platform/context.ts';
import type { ParsedMail } from './parse-mail.ts';
import type { ChannelTables } from './tables.ts';

export type Thread = { type: string; id: string };

/**
 * First our own mails, whose ids nobody can guess; by the id that the mail server may have put in place of ours too. Then mails
 * of the same sender that are already part of something: people add to what they wrote themselves.
 */
export async function findThread(ctx: Context, mail: Pick<ParsedMail, 'answers' | 'from'>): Promise<Thread | null> {
  const ids = mail.answers;
  if (ids.length === 0) return null;
  const db = on<ChannelTables>(ctx);
  const ours = await db
    .selectFrom('outgoing_mails')
    .select(['subject_type', 'subject_id'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('subject_id', 'is not', null)
    .where((where) => where.or([where('message_id', 'in', ids), where('server_message_id', 'in', ids)]))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (ours?.subject_type && ours.subject_id) return { type: ours.subject_type, id: ours.subject_id };
  if (!mail.from) return null;
  const theirs = await db
    .selectFrom('received_mails')
    .select(['thread_type', 'thread_id'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('message_id', 'in', ids)
    .where('from_address', '=', mail.from.address)
    .where('thread_id', 'is not', null)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return theirs?.thread_type && theirs.thread_id ? { type: theirs.thread_type, id: theirs.thread_id } : null;
}

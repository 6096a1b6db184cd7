// Adds one message to the thread of a case, in or out, and to its searchable words.
import { sql } from 'kysely';
import { cleanText } from '#kernel/text/clean.ts';
import { actorId } from '#platform/actor.ts';
import { append, on, type Context } from '#platform/context.ts';
import { commonErrors } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { attachToCase } from './attach-to-case.ts';
import type { CaseRow } from './lock-case.ts';
import { searchVector } from './searchable-words.ts';
import type { CaseTables } from './tables.ts';

export type MessageToWrite = {
  direction: 'in' | 'out';
  channel: CaseRow['channel'];
  text: string;
  attachmentIds: readonly string[];
  receivedMailId?: string | null;
  authorKind?: 'customer';
};

export async function writeMessage(
  ctx: Context,
  row: CaseRow,
  message: MessageToWrite,
): Promise<{ id: string; text: string }> {
  if (ctx.actor.kind === 'dealer') throw commonErrors.forbidden();
  const id = newId();
  const text = cleanText(message.text);
  await on<CaseTables>(ctx)
    .insertInto('case_messages')
    .values({
      organisation_id: ctx.organisationId,
      id,
      case_id: row.id,
      direction: message.direction,
      channel: message.channel,
      text,
      author_kind: message.authorKind ?? ctx.actor.kind,
      author_id: message.authorKind === 'customer' ? row.customer_id : actorId(ctx.actor),
      received_mail_id: message.receivedMailId ?? null,
      at: ctx.clock.now(),
    })
    .execute();
  await on<CaseTables>(ctx)
    .updateTable('cases')
    .set({
      last_activity_at: ctx.clock.now(),
      last_message_by: message.direction === 'in' ? 'customer' : 'staff',
      search: sql<string>`search || ${searchVector(text)}`,
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', row.id)
    .execute();
  await attachToCase(ctx, row.id, 'message', id, message.attachmentIds);
  append(ctx, {
    type: message.direction === 'in' ? 'case.message-received' : 'case.message-sent',
    subjectType: 'case',
    subjectId: row.id,
    customerId: row.customer_id,
    data: { messageId: id, channel: message.channel },
  });
  return { id, text };
}

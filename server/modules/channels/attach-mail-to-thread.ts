// Says what a mail became a part of, once another module has decided it; later answers to the same mail find their way by it.
import { on, type Context } from '#platform/context.ts';
import { channelErrors } from './errors.ts';
import type { ChannelTables } from './tables.ts';

/** As the system only: staff may not change what arrived. Throws `mail.not-found`. */
export async function attachMailToThread(ctx: Context, mailId: string, type: string, id: string): Promise<void> {
  const { numUpdatedRows } = await on<ChannelTables>(ctx)
    .updateTable('received_mails')
    .set({ thread_type: type, thread_id: id })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', mailId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw channelErrors.mailNotFound({ id: mailId });
}

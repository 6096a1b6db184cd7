// Finds mails whose sending was cut short and calls them uncertain: they may have left, so a person decides, not a machine.
import { sql } from 'kysely';
import { on } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import type { Platform } from '#platform/platform.ts';
import { appendMailEvent } from './send-mail.ts';
import type { ChannelTables } from './tables.ts';

/** Longer than any talk with a mail server may last. */
const cutShortAfterMs = 10 * 60_000;

export async function recoverMails(platform: Platform): Promise<void> {
  const before = new Date(platform.clock.now().getTime() - cutShortAfterMs);
  const { rows } = await sql<{ organisation_id: string }>`
    select distinct organisation_id from outgoing_mails where state = 'sending' and sending_since < ${before}`.execute(
    platform.connection.db,
  );
  for (const { organisation_id: organisationId } of rows) {
    await transact(platform, { organisationId, actor: { kind: 'system', name: 'mail' } }, async (ctx) => {
      const cutShort = await on<ChannelTables>(ctx)
        .updateTable('outgoing_mails')
        .set({ state: 'uncertain', fault: 'interrupted' })
        .where('organisation_id', '=', organisationId)
        .where('state', '=', 'sending')
        .where('sending_since', '<', before)
        .returning(['id', 'subject_type', 'subject_id'])
        .execute();
      for (const row of cutShort) appendMailEvent(ctx, 'uncertain', row, 'interrupted');
    });
  }
}

// Marks one's own notices as read: one, or all until a moment. When somebody read what is nobody else's business and no event.
import type { Notification } from '#contract/notifications.ts';
import { on, type Context } from '#platform/context.ts';
import { notificationErrors } from './errors.ts';
import { noticeOf, ownNotices, ownPersonId } from './own-notices.ts';
import type { NotificationTables } from './tables.ts';

function own(ctx: Context) {
  return on<NotificationTables>(ctx)
    .updateTable('notifications')
    .set({ read_at: ctx.clock.now() })
    .where('organisation_id', '=', ctx.organisationId)
    .where('person_id', '=', ownPersonId(ctx))
    .where('read_at', 'is', null);
}

/** The first time counts. Throws `notification.not-found`, also for somebody else's. */
export async function markRead(ctx: Context, id: string): Promise<Notification> {
  await own(ctx).where('id', '=', id).execute();
  const row = await ownNotices(ctx).where('id', '=', id).executeTakeFirst();
  if (!row) throw notificationErrors.notFound({ id });
  return noticeOf(row);
}

/** What came after the moment has not been seen. */
export async function markReadUntil(ctx: Context, until: Date): Promise<{ read: number }> {
  const { numUpdatedRows } = await own(ctx).where('at', '<=', until).executeTakeFirst();
  return { read: Number(numUpdatedRows) };
}

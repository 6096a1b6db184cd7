// Routes of the notifications module: everybody about their own.
import { implement } from '@orpc/server';
import { notificationsContract } from '#contract/notifications.ts';
import type { RequestContext } from '#platform/http/request.ts';
import { countUnread } from './count-unread.ts';
import { listNotices } from './list-notices.ts';
import { markRead, markReadUntil } from './mark-read.ts';
import { readPreferences, writePreferences } from './preferences.ts';

const os = implement(notificationsContract).$context<RequestContext>();
const permission = 'notification.read';

export const routes = os.router({
  list: os.list.handler(({ context, input }) => context.asStaff(permission, (ctx) => listNotices(ctx, input))),
  counts: os.counts.handler(({ context }) => context.asStaff(permission, countUnread)),
  read: os.read.handler(({ context, input }) => context.asStaff(permission, (ctx) => markRead(ctx, input.id))),
  readUntil: os.readUntil.handler(({ context, input }) =>
    context.asStaff(permission, (ctx) => markReadUntil(ctx, input.until)),
  ),
  getPreferences: os.getPreferences.handler(({ context }) => context.asStaff(permission, readPreferences)),
  putPreferences: os.putPreferences.handler(({ context, input }) =>
    context.asStaff(permission, (ctx) => writePreferences(ctx, input)),
  ),
});

// The notices of the person who asks: every verb for readers begins here.
import type { Selectable } from 'kysely';
import type { Notification, NotificationData } from '#contract/notifications.ts';
import { on, type Context } from '#platform/context.ts';
import { commonErrors } from '#platform/errors.ts';
import type { NotificationTables } from './tables.ts';

/** An API key and somebody of a dealer have none: they are refused. */
export function ownPersonId(ctx: Context): string {
  if (ctx.actor.kind !== 'staff') throw commonErrors.forbidden();
  return ctx.actor.personId;
}

/** The database shows no others; the index begins with the person. */
export function ownNotices(ctx: Context) {
  return on<NotificationTables>(ctx)
    .selectFrom('notifications')
    .select(shown)
    .where('organisation_id', '=', ctx.organisationId)
    .where('person_id', '=', ownPersonId(ctx));
}

export const shown = ['id', 'type', 'subject_type', 'subject_id', 'data', 'at', 'read_at'] as const;

export function noticeOf(
  row: Pick<Selectable<NotificationTables['notifications']>, (typeof shown)[number]>,
): Notification {
  return {
    id: row.id,
    type: row.type,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    data: row.data as NotificationData,
    at: row.at,
    readAt: row.read_at,
  };
}

// When mail tells a person of notices.
import { NotificationGroup, type NotificationPreferences } from '#contract/notifications.ts';
import { on, type Context } from '#platform/context.ts';
import { defaultDelivery } from './group-of.ts';
import { ownPersonId } from './own-notices.ts';
import type { NotificationTables } from './tables.ts';

export async function readPreferences(ctx: Context): Promise<NotificationPreferences> {
  const rows = await on<NotificationTables>(ctx)
    .selectFrom('notification_preferences')
    .select(['kind', 'delivery'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('person_id', '=', ownPersonId(ctx))
    .execute();
  return { ...defaultDelivery, ...Object.fromEntries(rows.map((row) => [row.kind, row.delivery])) };
}

/** For what is told from now on; where mail is not wanted any more, what still waits is not mailed either. */
export async function writePreferences(ctx: Context, input: NotificationPreferences): Promise<NotificationPreferences> {
  const personId = ownPersonId(ctx);
  await on<NotificationTables>(ctx)
    .insertInto('notification_preferences')
    .values(
      NotificationGroup.options.map((kind) => ({
        organisation_id: ctx.organisationId,
        person_id: personId,
        kind,
        delivery: input[kind],
        changed_at: ctx.clock.now(),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'person_id', 'kind']).doUpdateSet((set) => ({
        delivery: set.ref('excluded.delivery'),
        changed_at: set.ref('excluded.changed_at'),
      })),
    )
    .execute();
  const unwanted = NotificationGroup.options.filter((kind) => input[kind] === 'never');
  if (unwanted.length > 0)
    await on<NotificationTables>(ctx)
      .updateTable('notifications')
      .set({ mail_at: null })
      .where('organisation_id', '=', ctx.organisationId)
      .where('person_id', '=', personId)
      .where('kind', 'in', unwanted)
      .where('read_at', 'is', null)
      .where('mailed_at', 'is', null)
      .where('mail_at', 'is not', null)
      .execute();
  return input;
}

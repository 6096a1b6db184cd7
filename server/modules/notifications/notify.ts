// Tells people of the staff something, within the caller's transaction: one row a person.
import { sql } from 'kysely';
import { NotificationData, NotificationType } from '#contract/notifications.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import { append, type Context } from '#platform/context.ts';
import { underRole } from '#platform/db/under-role.ts';
import { newId } from '#platform/ids.ts';
import { defaultDelivery, groupOf } from './group-of.ts';
import { mailMoment } from './mail-moments.ts';

export type Notice = {
  /** Whoever is not active any more is passed over; a person named twice is told once. */
  personIds: readonly string[];
  /** `clock.breached`. How it reads and where it leads stands in the web module of whoever tells. */
  type: string;
  subjectType: string;
  subjectId: string;
  /** Ids, numbers, codes without spaces, moments as ISO strings; of words only `title`, a name that belongs to the organisation. */
  data?: NotificationData;
  /** With a key the same person is told of the same type and subject under that key only once, however often it is called. */
  once?: string;
  /** The notice is there at once; its mail waits until this moment, so that nobody is woken. */
  notBefore?: Date;
};

/**
 * Answers with how many people were told anew. Any kind of actor may call it; do not run other statements of the transaction beside
 * it, for it changes the role for a moment.
 */
export async function notify(ctx: Context, notice: Notice): Promise<number> {
  const personIds = [...new Set(notice.personIds)];
  if (personIds.length === 0) return 0;
  const insert = (): Promise<Written[]> => write(ctx, personIds, notice);
  // Staff may not write into somebody else's notices, and nobody but they themselves may see them.
  const written = ctx.actor.kind === 'system' ? await insert() : await underRole(ctx, 'rida_system', insert);
  const [first] = written;
  if (first)
    append(ctx, {
      type: 'notification.written',
      subjectType: 'notification',
      subjectId: first.id,
      data: { type: notice.type, count: written.length },
      onlyFor: written.map((one) => one.personId),
    });
  return written.length;
}

type Written = { id: string; personId: string };

async function write(ctx: Context, personIds: readonly string[], notice: Notice): Promise<Written[]> {
  const type = NotificationType.parse(notice.type);
  const data = JSON.stringify(NotificationData.parse(notice.data ?? {}));
  const now = ctx.clock.now();
  const from = notice.notBefore && notice.notBefore > now ? notice.notBefore : now;
  const group = groupOf(type);
  const { timeZone } = await readOrganisation(ctx);
  const { rows } = await sql<Written>`
    insert into notifications (organisation_id, id, person_id, type, kind, subject_type, subject_id, data, once, at, mail_at)
    select ${ctx.organisationId}, asked.id, p.id, ${type}, ${group}, ${notice.subjectType}, ${notice.subjectId}, ${data}::jsonb, ${notice.once ?? null},
           ${now}::timestamptz,
           case coalesce(chosen.delivery, ${defaultDelivery[group]})
             when 'at-once' then ${mailMoment('at-once', from, timeZone)}::timestamptz
             when 'daily' then ${mailMoment('daily', from, timeZone)}::timestamptz
           end
      from unnest(${personIds.map(() => newId())}::uuid[], ${[...personIds]}::uuid[]) as asked (id, person_id)
      join person_briefs p on p.organisation_id = ${ctx.organisationId} and p.id = asked.person_id and p.active
      left join notification_preferences chosen
        on chosen.organisation_id = p.organisation_id and chosen.person_id = p.id and chosen.kind = ${group}
    on conflict do nothing
    returning id, person_id as "personId"`.execute(ctx.transaction);
  return rows;
}

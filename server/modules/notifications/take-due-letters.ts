// Takes the notices that a mail is to tell of now, by person: whoever takes them writes the letters in the same transaction.
import { sql } from 'kysely';
import type { Notification } from '#contract/notifications.ts';
import { peopleToWriteTo, type Addressee } from '#modules/organisation/index.ts';
import type { Context } from '#platform/context.ts';

const dayMs = 86_400_000;
/** Of one person in one letter; with more it says how many. */
export const mostInLetter = 20;

export type DueLetter = {
  to: Addressee;
  /** The newest last. */
  notices: readonly Pick<Notification, 'type' | 'data'>[];
  /** Besides these. */
  more: number;
};

/**
 * Of at most `limit` people; `taken` is how many had something waiting. What was read meanwhile is not told, nor what no mail could
 * tell of for a day: without a mail server, or after a long standstill, a letter would speak of yesterday.
 */
export async function takeDueLetters(ctx: Context, limit: number): Promise<{ letters: DueLetter[]; taken: number }> {
  const now = ctx.clock.now();
  const { rows } = await sql<{ personId: string; notices: DueLetter['notices']; total: number }>`
    with people_due as (
      select distinct person_id from notifications
       where organisation_id = ${ctx.organisationId} and read_at is null and mailed_at is null
         and mail_at <= ${now} and mail_at > ${new Date(now.getTime() - dayMs)}
       limit ${limit}
    ), taken as (
      update notifications n set mailed_at = ${now} from people_due
       where n.organisation_id = ${ctx.organisationId} and n.person_id = people_due.person_id and n.read_at is null and n.mailed_at is null
         and n.mail_at <= ${now} and n.mail_at > ${new Date(now.getTime() - dayMs)}
      returning n.person_id, n.id, n.at, n.type, n.data
    ), numbered as (
      select *, row_number() over (partition by person_id order by at desc, id desc) as place from taken
    )
    select person_id as "personId", count(*)::int as total,
           json_agg(json_build_object('type', type, 'data', data) order by at, id) filter (where place <= ${mostInLetter}) as notices
      from numbered group by person_id`.execute(ctx.transaction);
  const people = new Map(
    (
      await peopleToWriteTo(
        ctx,
        rows.map((row) => row.personId),
      )
    ).map((one) => [one.id, one]),
  );
  const letters = rows.flatMap(({ personId, notices, total }) => {
    const to = people.get(personId);
    return to ? [{ to, notices, more: total - notices.length }] : [];
  });
  return { letters, taken: rows.length };
}

// Reminds owners that the day of the next look at a document is near, once for each date.
import { sql } from 'kysely';
import { addDays, fromIsoDate, isoDateAt, toIsoDate } from '#kernel/calendar/calendar-date.ts';
import { tell } from '#modules/notifications/index.ts';
import { dateSettings } from '#modules/organisation/index.ts';
import type { Context } from '#platform/context.ts';

const daysBefore = 14;

export async function remindReviews(ctx: Context): Promise<number> {
  const { timeZone } = await dateSettings(ctx);
  const near = toIsoDate(addDays(fromIsoDate(isoDateAt(ctx.clock.now(), timeZone), 'gregory'), daysBefore));
  const { rows } = await sql<{ id: string; owner_id: string; on: string; titles: Record<string, string> }>`
    update knowledge_documents d set review_reminded_for = d.next_review_on
     where d.organisation_id = ${ctx.organisationId} and d.retired_at is null and d.next_review_on <= ${near}::date
       and d.review_reminded_for is distinct from d.next_review_on
       and exists (select from knowledge_entries e where e.organisation_id = d.organisation_id and e.item_id = d.id)
    returning d.id, d.owner_id, d.next_review_on::text as on,
      (select jsonb_object_agg(e.language, e.title) from knowledge_entries e where e.organisation_id = d.organisation_id and e.item_id = d.id) as titles`.execute(
    ctx.transaction,
  );
  for (const { id, owner_id, on, titles } of rows)
    await tell(ctx, {
      personIds: [owner_id],
      type: 'knowledge.review-date-near',
      subjectType: 'knowledge-document',
      subjectId: id,
      data: { title: titles, on },
      once: on,
    });
  return rows.length;
}

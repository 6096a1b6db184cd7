// Brings the receipts of documents in line with what is in force and whom it concerns: asked for where missing, released where no longer owed.
import { sql } from 'kysely';
import { addDays, fromIsoDate, isoDateAt, toIsoDate } from '#kernel/calendar/calendar-date.ts';
import { startOfDay } from '#kernel/calendar/periods.ts';
import { tell } from '#modules/notifications/index.ts';
import { dateSettings } from '#modules/organisation/index.ts';
import { append, type Context } from '#platform/context.ts';
import { titlesOf, versionInForce } from './document.ts';

/**
 * Under the role of the system. Whoever is concerned and has read no version that counts gets a receipt; who had one open of an earlier
 * version that says the same keeps its due date. Run again it changes nothing.
 */
export async function reconcileReceipts(ctx: Context, documentId: string): Promise<void> {
  const now = ctx.clock.now();
  const current = await versionInForce(ctx, documentId);
  const demanded = current?.demands_receipt ? current : undefined;
  const asked = demanded ? await askFor(ctx, documentId, demanded, now) : [];
  // Those of versions that are no longer in force, and of people whom it no longer concerns.
  await sql`
    update knowledge_receipts r set released_at = ${now}
     where r.organisation_id = ${ctx.organisationId} and r.document_id = ${documentId} and r.read_at is null and r.released_at is null
       and (r.version is distinct from ${demanded?.number ?? null}::int
         or r.person_id not in (select c.person_id from knowledge_concerned(${documentId}) c))`.execute(
    ctx.transaction,
  );
  if (!demanded || asked.length === 0) return;
  await tell(ctx, {
    personIds: asked,
    type: 'knowledge.receipt-asked',
    subjectType: 'knowledge-document',
    subjectId: documentId,
    data: {
      title: await titlesOf(ctx, documentId, demanded.number),
      version: demanded.number,
      dueAt: (await lastMoment(ctx, now, demanded.receipt_days)).toISOString(),
    },
    once: `v${demanded.number}`,
  });
  append(ctx, {
    type: 'knowledge.receipts-asked',
    subjectType: 'knowledge-document',
    subjectId: documentId,
    data: { version: demanded.number, people: asked.length },
  });
}

async function askFor(
  ctx: Context,
  documentId: string,
  version: { number: number; receipt_since: number; receipt_days: number },
  now: Date,
): Promise<string[]> {
  const due = await lastMoment(ctx, now, version.receipt_days);
  const { rows } = await sql<{ person_id: string }>`
    insert into knowledge_receipts as r (organisation_id, document_id, version, person_id, asked_at, due_at)
    select ${ctx.organisationId}, ${documentId}, ${version.number}, c.person_id, ${now}::timestamptz,
           greatest(${now}::timestamptz, coalesce((select min(o.due_at) from knowledge_receipts o
             where o.organisation_id = ${ctx.organisationId} and o.document_id = ${documentId} and o.person_id = c.person_id
               and o.version >= ${version.receipt_since} and o.read_at is null and o.released_at is null), ${due}::timestamptz))
      from knowledge_concerned(${documentId}) c
     where not exists (select from knowledge_receipts o
             where o.organisation_id = ${ctx.organisationId} and o.document_id = ${documentId} and o.person_id = c.person_id
               and o.version >= ${version.receipt_since} and o.read_at is not null)
    on conflict (organisation_id, document_id, version, person_id)
      do update set asked_at = excluded.asked_at, due_at = excluded.due_at, released_at = null, reminded_at = null
      where r.released_at is not null and r.read_at is null
    returning person_id`.execute(ctx.transaction);
  return rows.map((row) => row.person_id);
}

/** The last minute of the day so many days from today, by the organisation's clock. */
async function lastMoment(ctx: Context, now: Date, days: number): Promise<Date> {
  const { timeZone } = await dateSettings(ctx);
  const after = addDays(fromIsoDate(isoDateAt(now, timeZone), 'gregory'), days + 1);
  return new Date(startOfDay(toIsoDate(after), timeZone).getTime() - 60_000);
}

/** Documents whose receipts may be out of line: what is in force and demands one. */
export async function documentsWithReceipts(ctx: Context): Promise<string[]> {
  const { rows } = await sql<{ document_id: string }>`
    select document_id from knowledge_versions
     where organisation_id = ${ctx.organisationId} and state = 'in-force' and demands_receipt`.execute(ctx.transaction);
  return rows.map((row) => row.document_id);
}

// Reminds of open receipts: before they are due, when they are, each week after; and whenever the owner asks, once a day.
import { sql } from 'kysely';
import { isoDateAt } from '#kernel/calendar/calendar-date.ts';
import { startOfDay } from '#kernel/calendar/periods.ts';
import { tell } from '#modules/notifications/index.ts';
import { dateSettings } from '#modules/organisation/index.ts';
import { append, type Context } from '#platform/context.ts';
import { underRole } from '#platform/db/under-role.ts';
import { requireManaged, titlesOf, versionInForce } from './document.ts';
import { knowledgeErrors } from './errors.ts';

const dayMs = 86_400_000;
const before = 3 * dayMs;
const again = 7 * dayMs;

type Open = { document_id: string; version: number; due_at: Date; person_ids: string[] };

/** By the system, daily. Those alike (document, due date) are told in one go. */
export async function remindOpenReceipts(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  const { rows } = await sql<Open>`
    with due as (
      update knowledge_receipts r set reminded_at = ${now}
       where r.organisation_id = ${ctx.organisationId} and r.read_at is null and r.released_at is null
         and r.due_at < ${new Date(now.getTime() + before)}::timestamptz
         -- Asked with less time than that: told just now. Else once before, once when it is due, then each week.
         and r.asked_at < ${new Date(now.getTime() - dayMs / 2)}::timestamptz
         and (r.reminded_at is null or (r.reminded_at < r.due_at and r.due_at <= ${now}) or r.reminded_at <= ${new Date(now.getTime() - again)}::timestamptz)
      returning r.document_id, r.version, r.due_at, r.person_id)
    select document_id, version, due_at, array_agg(person_id) as person_ids from due group by document_id, version, due_at`.execute(
    ctx.transaction,
  );
  let told = 0;
  for (const row of rows) told += await tellOf(ctx, row, now);
  return told;
}

/** Throws `knowledge.not-owner`, `knowledge.not-in-force`, `receipt.reminded-today`. Answers how many were reminded. */
export async function remindNow(ctx: Context, id: string): Promise<{ reminded: number }> {
  await requireManaged(ctx, id);
  const version = await versionInForce(ctx, id);
  if (!version) throw knowledgeErrors.notInForce({ id });
  const now = ctx.clock.now();
  const { timeZone } = await dateSettings(ctx);
  const today = startOfDay(isoDateAt(now, timeZone), timeZone);
  const receipts = sql`r.organisation_id = ${ctx.organisationId} and r.document_id = ${id} and r.version = ${version.number}
    and r.read_at is null and r.released_at is null`;
  // Only the system writes into other people's receipts.
  const { rows } = await underRole(ctx, 'rida_system', () =>
    sql<Open>`
      with open as (
        update knowledge_receipts r set reminded_at = ${now} where ${receipts} and (r.reminded_at is null or r.reminded_at < ${today})
        returning r.person_id, r.due_at)
      select ${id}::uuid as document_id, ${version.number}::int as version, due_at, array_agg(person_id) as person_ids from open group by due_at`.execute(
      ctx.transaction,
    ),
  );
  if (rows.length === 0) {
    const left = await sql`select 1 from knowledge_receipts r where ${receipts} limit 1`.execute(ctx.transaction);
    if (left.rows.length > 0) throw knowledgeErrors.remindedToday({ id });
  }
  let reminded = 0;
  for (const row of rows) reminded += await tellOf(ctx, row, now);
  append(ctx, {
    type: 'knowledge.receipts-reminded',
    subjectType: 'knowledge-document',
    subjectId: id,
    data: { version: version.number, people: reminded },
  });
  return { reminded };
}

async function tellOf(ctx: Context, open: Open, now: Date): Promise<number> {
  return tell(ctx, {
    personIds: open.person_ids,
    type: open.due_at <= now ? 'knowledge.receipt-overdue' : 'knowledge.receipt-due',
    subjectType: 'knowledge-document',
    subjectId: open.document_id,
    data: {
      title: await titlesOf(ctx, open.document_id, open.version),
      version: open.version,
      dueAt: open.due_at.toISOString(),
    },
  });
}

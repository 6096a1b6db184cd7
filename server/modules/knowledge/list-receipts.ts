// Receipts: one's own, those of a document for its owner and for heads, and what the people of a head have still to read.
import { sql } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import type { DocumentKind, OwnReceipt } from '#contract/knowledge.ts';
import type { ReceiptOfPerson } from '#contract/reading-duties.ts';
import { commonErrors } from '#platform/errors.ts';
import type { Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { actingPerson, mayManage, requireDocument, versionInForce } from './document.ts';
import { headsUnits, peopleBelow } from './receipt-reach.ts';

type Paging = { cursor?: string | undefined; limit: number };
type Row = {
  document_id: string;
  number: number;
  kind: DocumentKind;
  titles: LocaleText | null;
  version: number;
  asked_at: Date;
  due_at: Date;
  read_at: Date | null;
  person_id: string;
  person_name: string;
};

/** Of versions in force; released ones are no duty. */
const receiptRows = (ctx: Context, where: ReturnType<typeof sql>, order: ReturnType<typeof sql>, limit: number) => sql<Row>`
  select r.document_id, d.number, d.kind, r.version, r.asked_at, r.due_at, r.read_at, r.person_id, p.name as person_name,
         (select jsonb_object_agg(t.language, t.title) from knowledge_texts t
           where t.organisation_id = r.organisation_id and t.document_id = r.document_id and t.version = r.version) as titles
    from knowledge_receipts r
    join knowledge_documents d on d.organisation_id = r.organisation_id and d.id = r.document_id
    join person_briefs p on p.organisation_id = r.organisation_id and p.id = r.person_id
   where r.organisation_id = ${ctx.organisationId} and r.released_at is null and ${where}
   order by ${order} limit ${limit}`;

const ownReceipt = (row: Row): OwnReceipt => ({
  documentId: row.document_id,
  documentNumber: row.number,
  kind: row.kind,
  title: row.titles ?? {},
  version: row.version,
  askedAt: row.asked_at,
  dueAt: row.due_at,
  readAt: row.read_at,
});

export async function listOwnReceipts(ctx: Context, input: Paging & { state: 'open' | 'read' }) {
  const personId = actingPerson(ctx);
  const open = input.state === 'open';
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor, 2).map(String);
  const time = open ? sql`r.due_at` : sql`r.read_at`;
  const where = sql`r.person_id = ${personId} and ${open ? sql`r.read_at is null` : sql`r.read_at is not null`}
    and ${after ? sql`(${time}, r.document_id) ${open ? sql`>` : sql`<`} (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}`;
  const order = open ? sql`r.due_at, r.document_id` : sql`r.read_at desc, r.document_id desc`;
  const { rows } = await receiptRows(ctx, where, order, input.limit + 1).execute(ctx.transaction);
  return page(rows, input.limit, ownReceipt, (row) => [
    (open ? row.due_at : row.read_at!).toISOString(),
    row.document_id,
  ]);
}

/** Open receipts of the people in the units that the person heads. Throws `access.forbidden` for whoever heads none. */
export async function listReceiptsOfMyPeople(ctx: Context, input: Paging) {
  actingPerson(ctx);
  if (!(await headsUnits(ctx))) throw commonErrors.forbidden();
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor, 3).map(String);
  const where = sql`r.read_at is null and r.person_id in ${peopleBelow(ctx)}
    and ${after ? sql`(r.due_at, r.person_id, r.document_id) > (${after[0]}::timestamptz, ${after[1]}::uuid, ${after[2]}::uuid)` : sql`true`}`;
  const { rows } = await receiptRows(ctx, where, sql`r.due_at, r.person_id, r.document_id`, input.limit + 1).execute(
    ctx.transaction,
  );
  return page(
    rows,
    input.limit,
    (row) => ({ ...ownReceipt(row), person: { id: row.person_id, name: row.person_name } }),
    (row) => [row.due_at.toISOString(), row.person_id, row.document_id],
  );
}

type PersonRow = {
  person_id: string;
  name: string;
  unit: LocaleText | null;
  asked_at: Date;
  due_at: Date;
  read_at: Date | null;
  reminded_at: Date | null;
};

/**
 * Of the version in force, with earlier ones that count for it. Owners and managers see everybody, heads their people. Throws
 * `knowledge.not-found`, `access.forbidden`.
 */
export async function listReceiptsOfDocument(
  ctx: Context,
  input: Paging & { id: string; state?: 'open' | 'overdue' | 'read' | undefined },
) {
  const document = await requireDocument(ctx, input.id);
  const all = mayManage(ctx, document);
  if (!all && !(await headsUnits(ctx))) throw commonErrors.forbidden();
  const version = await versionInForce(ctx, input.id);
  if (!version) return { items: [], next: null, version: null, concerned: 0, read: 0, overdue: 0 };
  const now = ctx.clock.now();
  // The newest row of each person: an editorial version has none for those who had read the one before.
  const rowsOf = sql`(
    select distinct on (r.person_id) r.* from knowledge_receipts r
     where r.organisation_id = ${ctx.organisationId} and r.document_id = ${input.id} and r.version between ${version.receipt_since} and ${version.number}
       and r.released_at is null ${all ? sql`` : sql`and r.person_id in ${peopleBelow(ctx)}`}
     order by r.person_id, (r.read_at is not null) desc, r.version desc)`;
  const counts = await sql<{ concerned: number; read: number; overdue: number }>`
    select count(*)::int as concerned, count(r.read_at)::int as read,
           count(*) filter (where r.read_at is null and r.due_at < ${now})::int as overdue from ${rowsOf} r`.execute(
    ctx.transaction,
  );
  const state = {
    open: sql`r.read_at is null`,
    overdue: sql`r.read_at is null and r.due_at < ${now}`,
    read: sql`r.read_at is not null`,
    all: sql`true`,
  }[input.state ?? 'all'];
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor, 3).map(String);
  const { rows } = await sql<PersonRow & { version: number }>`
    select r.person_id, r.version, p.name, r.asked_at, r.due_at, r.read_at, r.reminded_at,
           (select u.name from position_briefs h join unit_briefs u on u.organisation_id = h.organisation_id and u.id = h.unit_id
             where h.organisation_id = ${ctx.organisationId} and h.person_id = r.person_id order by h.is_head desc, h.id limit 1) as unit
      from ${rowsOf} r join person_briefs p on p.organisation_id = ${ctx.organisationId} and p.id = r.person_id
     where ${state} ${after ? sql`and (r.due_at, p.name, r.person_id) > (${after[0]}::timestamptz, ${after[1]}, ${after[2]}::uuid)` : sql``}
     order by r.due_at, p.name, r.person_id limit ${input.limit + 1}`.execute(ctx.transaction);
  return {
    ...page(
      rows,
      input.limit,
      (row): ReceiptOfPerson => ({
        person: { id: row.person_id, name: row.name },
        unitName: row.unit,
        version: row.version,
        askedAt: row.asked_at,
        dueAt: row.due_at,
        readAt: row.read_at,
        remindedAt: row.reminded_at,
      }),
      (row) => [row.due_at.toISOString(), row.name, row.person_id],
    ),
    version: version.number,
    ...counts.rows[0]!,
  };
}

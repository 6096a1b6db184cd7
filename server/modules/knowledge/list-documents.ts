// Documents, the one changed last first, as lists show them.
import { sql } from 'kysely';
import type { Language, LocaleText } from '#contract/common.ts';
import type { Audience, DocumentBrief, DocumentKind, VersionState } from '#contract/knowledge.ts';
import { normaliseText } from '#kernel/text/normalise.ts';
import { actorId } from '#platform/actor.ts';
import { isoDateAt } from '#kernel/calendar/calendar-date.ts';
import { dateSettings } from '#modules/organisation/index.ts';
import { may, type Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { wordsQuery } from './search-words.ts';
import { topicAndBelow } from './topics.ts';

export type DocumentFilter = {
  kind?: DocumentKind | undefined;
  state?: 'in-force' | 'draft' | 'in-review' | 'approved' | 'retired' | undefined;
  audience?: Audience | undefined;
  topicId?: string | undefined;
  categoryId?: string | undefined;
  productId?: string | undefined;
  owner?: 'me' | undefined;
  reviewDue?: 'yes' | undefined;
  q?: string | undefined;
};

export type BriefRow = {
  id: string;
  number: number;
  code: string | null;
  kind: DocumentKind;
  topic_id: string | null;
  owner_id: string;
  owner_name: string;
  next_review_on: string | null;
  changed_at: Date;
  retired_at: Date | null;
  audience: Audience;
  current: number | null;
  in_force_from: Date | null;
  open: number | null;
  open_state: VersionState | null;
  open_valid_from: string | null;
  titles: LocaleText | null;
  summaries: LocaleText | null;
  languages: Language[];
  asked_at: Date | null;
  due_at: Date | null;
  read_at: Date | null;
};

/** Rows of briefs; `where` says of which documents. Whoever does not write sees what is or was in force. */
export async function briefRows(
  ctx: Context,
  where: ReturnType<typeof sql>,
  limit: number,
): Promise<BriefRow[]> {
  const seesDrafts = may(ctx.actor, 'knowledge.write') || may(ctx.actor, 'knowledge.approve');
  const person = ctx.actor.kind === 'staff' ? actorId(ctx.actor) : null;
  const { rows } = await sql<BriefRow>`
    select d.id, d.number, d.code, d.kind, d.topic_id, d.owner_id, p.name as owner_name, d.next_review_on::text, d.changed_at, d.retired_at,
           shown.audience, c.number as current, c.in_force_from, o.number as open, o.state as open_state, o.valid_from::text as open_valid_from,
           t.titles, t.summaries, t.languages, r.asked_at, r.due_at, r.read_at
      from knowledge_documents d
      join person_briefs p on p.organisation_id = d.organisation_id and p.id = d.owner_id
      left join knowledge_versions c on c.organisation_id = d.organisation_id and c.document_id = d.id and c.state = 'in-force'
      left join knowledge_versions o on o.organisation_id = d.organisation_id and o.document_id = d.id and o.state in ('draft', 'in-review', 'approved')
        and (${seesDrafts} or d.owner_id = ${person}::uuid)
      join lateral (
        select v.number, v.audience from knowledge_versions v
         where v.organisation_id = d.organisation_id and v.document_id = d.id and (v.in_force_from is not null or ${seesDrafts} or d.owner_id = ${person}::uuid)
         order by (v.state = 'in-force') desc, v.number desc limit 1) shown on true
      join lateral (
        select jsonb_object_agg(t.language, t.title) filter (where t.title <> '') as titles,
               jsonb_object_agg(t.language, t.summary) filter (where t.summary <> '') as summaries, array_agg(t.language order by t.language) as languages
          from knowledge_texts t where t.organisation_id = d.organisation_id and t.document_id = d.id and t.version = shown.number) t on true
      left join knowledge_receipts r on r.organisation_id = d.organisation_id and r.document_id = d.id and r.version = c.number
        and r.person_id = ${person}::uuid and r.released_at is null
     where d.organisation_id = ${ctx.organisationId} and ${where}
     order by d.changed_at desc, d.id desc limit ${limit}`.execute(ctx.transaction);
  return rows;
}

export function briefOf(row: BriefRow): DocumentBrief {
  return {
    id: row.id,
    number: row.number,
    code: row.code,
    kind: row.kind,
    title: row.titles ?? {},
    summary: row.summaries,
    languages: row.languages,
    audience: row.audience,
    topicId: row.topic_id,
    owner: { id: row.owner_id, name: row.owner_name },
    current: row.current === null ? null : { number: row.current, inForceFrom: row.in_force_from! },
    open: row.open === null ? null : { number: row.open, state: row.open_state!, validFrom: row.open_valid_from },
    retiredAt: row.retired_at,
    nextReviewOn: row.next_review_on,
    changedAt: row.changed_at,
    receipt:
      row.asked_at === null
        ? null
        : { version: row.current!, askedAt: row.asked_at, dueAt: row.due_at!, readAt: row.read_at },
  };
}

export async function listDocuments(
  ctx: Context,
  input: DocumentFilter & { cursor?: string | undefined; limit: number },
): Promise<{ items: DocumentBrief[]; next: string | null }> {
  const conditions = [sql`true`];
  const { kind, state, audience, topicId, categoryId, productId, owner, reviewDue, q } = input;
  if (kind) conditions.push(sql`d.kind = ${kind}`);
  if (state === 'in-force') conditions.push(sql`c.number is not null`);
  else if (state === 'retired') conditions.push(sql`d.retired_at is not null`);
  else if (state) conditions.push(sql`o.state = ${state}`);
  else conditions.push(sql`d.retired_at is null`);
  if (audience) conditions.push(sql`shown.audience = ${audience}`);
  if (topicId) conditions.push(sql`d.topic_id in ${topicAndBelow(ctx, topicId)}`);
  if (categoryId) conditions.push(sql`${categoryId}::uuid = any (d.category_ids)`);
  if (productId) conditions.push(sql`${productId}::uuid = any (d.product_ids)`);
  if (owner === 'me') conditions.push(sql`d.owner_id = ${ctx.actor.kind === 'staff' ? ctx.actor.personId : null}::uuid`);
  if (reviewDue) {
    const today = isoDateAt(ctx.clock.now(), (await dateSettings(ctx)).timeZone);
    conditions.push(sql`d.next_review_on <= ${today}::date`);
  }
  if (q) {
    const part = `%${normaliseText(q).replace(/[\\%_]/g, '\\$&')}%`;
    const words = wordsQuery(q);
    conditions.push(sql`(
      exists (select from knowledge_texts n where n.organisation_id = d.organisation_id and n.document_id = d.id and n.version = shown.number
                 and rida_normalise(concat_ws(' ', d.code, n.title)) like ${part})
      or d.id in (select m.item_id from knowledge_matching(to_tsquery('simple', ${words ?? ''}), '{}', 200) m))`);
  }
  if (input.cursor !== undefined) {
    const [at, id] = decodeCursor(input.cursor, 2);
    conditions.push(sql`(d.changed_at, d.id) < (${String(at)}::timestamptz, ${String(id)}::uuid)`);
  }
  const rows = await briefRows(ctx, sql.join(conditions, sql` and `), input.limit + 1);
  return page(rows, input.limit, briefOf, (row) => [row.changed_at.toISOString(), row.id]);
}

// Topics: the small tree that documents are filed in.
import { sql } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import type { Topic } from '#contract/knowledge-topics.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { append, on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { holdKnowledge } from './document.ts';
import { knowledgeErrors } from './errors.ts';
import type { KnowledgeTables } from './tables.ts';

const deepest = 3;
const most = 200;

/** Parents before those below them, siblings in their order. */
export async function listTopics(ctx: Context): Promise<Topic[]> {
  const { rows } = await sql<Topic>`
    with recursive tree as (
      select t.*, array[t.sort_order] as path from knowledge_topics t where t.organisation_id = ${ctx.organisationId} and t.parent_id is null
      union all
      select t.*, p.path || t.sort_order from tree p join knowledge_topics t on t.organisation_id = ${ctx.organisationId} and t.parent_id = p.id
    )
    select t.id, t.parent_id as "parentId", t.name, t.sort_order as "order",
           (select count(distinct e.item_id)::int from knowledge_entries e where e.organisation_id = ${ctx.organisationId} and e.topic_id = t.id) as documents
      from tree t order by t.path`.execute(ctx.transaction);
  return rows;
}

/** Throws `knowledge.topic-not-found`. */
export async function requireTopic(ctx: Context, id: string): Promise<{ id: string; parent_id: string | null }> {
  const row = await on<KnowledgeTables>(ctx)
    .selectFrom('knowledge_topics')
    .select(['id', 'parent_id'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw knowledgeErrors.topicNotFound({ id });
  return row;
}

/** The topic and all below it, for a where. */
export const topicAndBelow = (ctx: Context, id: string) => sql<string>`(
  with recursive below as (
    select ${id}::uuid as id
    union
    select t.id from below b join knowledge_topics t on t.organisation_id = ${ctx.organisationId} and t.parent_id = b.id
  ) select id from below)`;

type TopicWish = { parentId: string | null; name: LocaleText };

/** Last among its siblings. Throws `knowledge.topic-not-found`, `.topic-too-deep`, `.too-many-topics`. */
export async function createTopic(ctx: Context, { parentId, name }: TopicWish): Promise<{ id: string }> {
  await holdKnowledge(ctx, 'topics');
  await requirePlace(ctx, null, parentId);
  const { count } = await on<KnowledgeTables>(ctx)
    .selectFrom('knowledge_topics')
    .select((by) => by.fn.countAll<string>().as('count'))
    .where('organisation_id', '=', ctx.organisationId)
    .executeTakeFirstOrThrow();
  if (Number(count) >= most) throw knowledgeErrors.tooManyTopics({ most });
  const id = newId();
  await on<KnowledgeTables>(ctx)
    .insertInto('knowledge_topics')
    .values({
      organisation_id: ctx.organisationId,
      id,
      parent_id: parentId,
      name: JSON.stringify(cleanLocaleText('name', name)),
      sort_order: sql<number>`(select coalesce(max(sort_order), 0) + 1 from knowledge_topics where organisation_id = ${ctx.organisationId})`,
    })
    .execute();
  changed(ctx, id);
  return { id };
}

/** Throws as `createTopic`, and `knowledge.topic-cycle`. */
export async function updateTopic(ctx: Context, { id, parentId, name }: TopicWish & { id: string }): Promise<void> {
  await holdKnowledge(ctx, 'topics');
  await requireTopic(ctx, id);
  await requirePlace(ctx, id, parentId);
  await on<KnowledgeTables>(ctx)
    .updateTable('knowledge_topics')
    .set({ parent_id: parentId, name: JSON.stringify(cleanLocaleText('name', name)) })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
  changed(ctx, id);
}

/** Changes places with its neighbour; the first does not go up. */
export async function moveTopic(
  ctx: Context,
  { id, direction }: { id: string; direction: 'up' | 'down' },
): Promise<void> {
  await holdKnowledge(ctx, 'topics');
  const { parent_id } = await requireTopic(ctx, id);
  const siblings = await on<KnowledgeTables>(ctx)
    .selectFrom('knowledge_topics')
    .select(['id', 'sort_order'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('parent_id', parent_id === null ? 'is' : '=', parent_id)
    .orderBy('sort_order')
    .orderBy('id')
    .execute();
  const at = siblings.findIndex((one) => one.id === id);
  const [own, other] = [siblings[at], siblings[direction === 'up' ? at - 1 : at + 1]];
  if (!own || !other) return;
  await sql`update knowledge_topics set sort_order = case id when ${own.id} then ${other.sort_order}::int else ${own.sort_order}::int end
    where organisation_id = ${ctx.organisationId} and id in (${own.id}, ${other.id})`.execute(ctx.transaction);
  changed(ctx, id);
}

/** Throws `knowledge.topic-not-empty` when documents or topics are in it. */
export async function removeTopic(ctx: Context, id: string): Promise<void> {
  await holdKnowledge(ctx, 'topics');
  await requireTopic(ctx, id);
  const { rows } = await sql<{ full: boolean }>`
    select exists (select from knowledge_documents where organisation_id = ${ctx.organisationId} and topic_id = ${id})
        or exists (select from knowledge_topics where organisation_id = ${ctx.organisationId} and parent_id = ${id}) as full`.execute(
    ctx.transaction,
  );
  if (rows[0]?.full) throw knowledgeErrors.topicNotEmpty({ id });
  await on<KnowledgeTables>(ctx)
    .deleteFrom('knowledge_topics')
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
  changed(ctx, id);
}

async function requirePlace(ctx: Context, id: string | null, parentId: string | null): Promise<void> {
  if (parentId === null) return;
  await requireTopic(ctx, parentId);
  const { rows } = await sql<{ above: number; below: number; cycle: boolean }>`
    with recursive up as (
      select t.id, t.parent_id from knowledge_topics t where t.organisation_id = ${ctx.organisationId} and t.id = ${parentId}
      union all
      select t.id, t.parent_id from up u join knowledge_topics t on t.organisation_id = ${ctx.organisationId} and t.id = u.parent_id
    ), down as (
      select ${id}::uuid as id, 1 as level
      union all
      select t.id, d.level + 1 from down d join knowledge_topics t on t.organisation_id = ${ctx.organisationId} and t.parent_id = d.id
    )
    select (select count(*)::int from up) as above, (select max(level)::int from down) as below,
           exists (select from up where id = ${id}) as cycle`.execute(ctx.transaction);
  const place = rows[0]!;
  if (place.cycle) throw knowledgeErrors.topicCycle({ id });
  if (place.above + place.below > deepest) throw knowledgeErrors.topicTooDeep({ deepest });
}

/** Without the empty ones and without invisible marks. Throws `request.invalid` when nothing readable is left. */
export function cleanLocaleText(field: string, text: LocaleText): LocaleText {
  const kept = Object.entries(text).flatMap(([language, words]) => {
    const clean = cleanText(words ?? '').replace(/\s+/g, ' ');
    return clean === '' ? [] : [[language, clean]];
  });
  if (kept.length === 0) throw invalidField(field, 'required');
  return Object.fromEntries(kept) as LocaleText;
}

function changed(ctx: Context, id: string): void {
  append(ctx, { type: 'knowledge.topic-changed', subjectType: 'knowledge-topic', subjectId: id });
}

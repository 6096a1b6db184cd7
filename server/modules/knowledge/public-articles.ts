// Reads what is public and in force, for everybody: topics, lists, an article, what helped most.
import { sql } from 'kysely';
import type { Language, LocaleText } from '#contract/common.ts';
import type { DocumentKind } from '#contract/knowledge.ts';
import type { Topic } from '#contract/knowledge-topics.ts';
import type { PublicArticle, PublicArticleBrief } from '#contract/public-knowledge.ts';
import { on, type Context } from '#platform/context.ts';
import { commonErrors } from '#platform/errors.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import { readEntries } from './entries.ts';
import { publicLanguages } from './public-language.ts';
import type { KnowledgeTables } from './tables.ts';

const mostRelated = 5;
const helpfulSinceDays = 365;

type Entry = KnowledgeTables['knowledge_entries'];
const briefColumns = [
  'item_id',
  'number',
  'kind',
  'topic_id',
  'language',
  'title',
  'summary',
  'in_force_from',
] as const;
type BriefRow = Pick<Entry, (typeof briefColumns)[number]>;

/** The language asked for, then the organisation's, then the others. */
export async function languageOrder(ctx: Context, asked: Language): Promise<Language[]> {
  const { language } = await readOrganisation(ctx);
  return [...new Set<Language>([asked, language, ...publicLanguages])];
}

/** Each with how many public articles are filed right under it; parents before those below them. */
export async function publicTopics(ctx: Context): Promise<Topic[]> {
  const [topics, counts] = await Promise.all([
    on<KnowledgeTables>(ctx)
      .selectFrom('knowledge_topics')
      .select(['id', 'parent_id', 'name', 'sort_order'])
      .where('organisation_id', '=', ctx.organisationId)
      .orderBy('sort_order')
      .orderBy('id')
      .execute(),
    on<KnowledgeTables>(ctx)
      .selectFrom('knowledge_entries')
      .select(({ fn }) => ['topic_id', fn.count<number>('item_id').distinct().as('documents')])
      .where('organisation_id', '=', ctx.organisationId)
      .where('audience', '=', 'public')
      .where('topic_id', 'is not', null)
      .groupBy('topic_id')
      .execute(),
  ]);
  const documentsOf = new Map(counts.map((row) => [row.topic_id, Number(row.documents)]));
  const all = topics.map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    name: row.name as LocaleText,
    order: row.sort_order,
    documents: documentsOf.get(row.id) ?? 0,
  }));
  const below = (parentId: string | null): Topic[] =>
    all.filter((topic) => topic.parentId === parentId).flatMap((topic) => [topic, ...below(topic.id)]);
  return below(null);
}

/** A topic and all below it. */
export function withBelow(topics: readonly Topic[], id: string): string[] {
  return [id, ...topics.filter((topic) => topic.parentId === id).flatMap((topic) => withBelow(topics, topic.id))];
}

/** The languages in which there is anything. */
export async function languagesInUse(ctx: Context): Promise<Language[]> {
  const rows = await on<KnowledgeTables>(ctx)
    .selectFrom('knowledge_entries')
    .select('language')
    .distinct()
    .where('organisation_id', '=', ctx.organisationId)
    .where('audience', '=', 'public')
    .execute();
  return publicLanguages.filter((language) => rows.some((row) => row.language === language));
}

export async function hasPublicArticles(ctx: Context): Promise<boolean> {
  const one = await on<KnowledgeTables>(ctx)
    .selectFrom('knowledge_entries')
    .select('item_id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('audience', '=', 'public')
    .limit(1)
    .executeTakeFirst();
  return one !== undefined;
}

/** The one that came in force last comes first; each once, in the language asked for where there is one. */
export async function publicArticles(
  ctx: Context,
  input: { language: Language; topicIds?: readonly string[] | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: PublicArticleBrief[]; next: string | null }> {
  const order = await languageOrder(ctx, input.language);
  const [before, id] = input.cursor ? decodeCursor(input.cursor, 2) : [];
  let query = on<KnowledgeTables>(ctx)
    .selectFrom('knowledge_entries as e')
    .distinctOn(['e.in_force_from', 'e.item_id'])
    .select(briefColumns)
    .where('e.organisation_id', '=', ctx.organisationId)
    .where('e.audience', '=', 'public');
  if (input.topicIds) query = query.where('e.topic_id', 'in', input.topicIds);
  if (before !== undefined)
    query = query.where(sql<boolean>`(e.in_force_from, e.item_id) < (${before}::timestamptz, ${id}::uuid)`);
  const rows = await query
    .orderBy('e.in_force_from', 'desc')
    .orderBy('e.item_id', 'desc')
    .orderBy(languageRank(order))
    .limit(input.limit + 1)
    .execute();
  return page(rows, input.limit, brief, (row) => [row.in_force_from.toISOString(), row.item_id]);
}

/** Of the last year, by the voices of customers; empty until some were heard. */
export async function mostHelpful(ctx: Context, language: Language, limit: number): Promise<PublicArticleBrief[]> {
  const since = new Date(ctx.clock.now().getTime() - helpfulSinceDays * 86_400_000);
  const { rows } = await sql<{ item_id: string }>`
    select item_id from knowledge_most_helpful(${since}::timestamptz, ${limit}::integer)`.execute(ctx.transaction);
  return briefsOf(
    ctx,
    language,
    rows.map((row) => row.item_id),
  );
}

/** In the order given. */
async function briefsOf(ctx: Context, language: Language, ids: readonly string[]): Promise<PublicArticleBrief[]> {
  if (ids.length === 0) return [];
  const rows = await on<KnowledgeTables>(ctx)
    .selectFrom('knowledge_entries as e')
    .distinctOn('e.item_id')
    .select(briefColumns)
    .where('e.organisation_id', '=', ctx.organisationId)
    .where('e.audience', '=', 'public')
    .where('e.item_id', 'in', ids)
    .orderBy('e.item_id')
    .orderBy(languageRank(await languageOrder(ctx, language)))
    .execute();
  return ids.flatMap((id) => rows.filter((row) => row.item_id === id).map(brief));
}

/** Undefined when nothing public is in force at this number. */
export async function findPublicArticle(
  ctx: Context,
  number: number,
  asked: Language,
): Promise<PublicArticle | undefined> {
  const at = sql`e.number = ${number} and e.audience = 'public'`;
  const [entry] = await readEntries(ctx, asked, at, { limit: 1 });
  if (!entry) return undefined;
  const { topicId } = entry;
  const near = topicId
    ? (await publicArticles(ctx, { language: asked, topicIds: [topicId], limit: mostRelated + 1 })).items
    : [];
  return {
    number,
    kind: entry.kind as DocumentKind,
    topicId,
    language: entry.language,
    title: entry.title,
    summary: entry.summary,
    inForceFrom: entry.inForceFrom,
    version: entry.version,
    asked,
    languages: publicLanguages.filter((language) => entry.languages.includes(language)),
    body: entry.body,
    related: near.filter((one) => one.number !== number).slice(0, mostRelated),
  };
}

export async function publicArticle(ctx: Context, number: number, asked: Language): Promise<PublicArticle> {
  const article = await findPublicArticle(ctx, number, asked);
  if (!article) throw commonErrors.notFound({ number });
  return article;
}

/** Something public was in force at this number once. */
export async function wasPublic(ctx: Context, number: number): Promise<boolean> {
  const { rows } = await sql<{ was: boolean }>`select knowledge_was_public(${number}::integer) as was`.execute(
    ctx.transaction,
  );
  return rows[0]!.was;
}

/** The protocol of sitemaps allows 50,000 addresses in a file; with three languages each this stays below. */
const mostInSitemap = 15_000;

export interface SitemapRow {
  number: number;
  languages: Language[];
  changedAt: Date;
}

export async function sitemapRows(ctx: Context): Promise<SitemapRow[]> {
  const { rows } = await sql<{ number: number; languages: Language[]; changed_at: Date }>`
    select number, array_agg(language order by language) as languages, max(in_force_from) as changed_at from knowledge_entries
     where organisation_id = ${ctx.organisationId} and audience = 'public'
     group by number order by number limit ${mostInSitemap}`.execute(ctx.transaction);
  return rows.map((row) => ({ number: row.number, languages: row.languages, changedAt: row.changed_at }));
}

const languageRank = (order: readonly Language[]) => sql`array_position(${[...order]}::text[], e.language)`;

function brief(row: BriefRow): PublicArticleBrief {
  return {
    number: row.number!,
    kind: row.kind as DocumentKind,
    topicId: row.topic_id,
    language: row.language as Language,
    title: row.title,
    summary: row.summary,
    inForceFrom: row.in_force_from,
  };
}
